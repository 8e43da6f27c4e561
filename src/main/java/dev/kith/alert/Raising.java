package dev.kith.alert;

import dev.kith.alert.Alerts.Raised;
import dev.kith.assignment.ClientTroubled;
import dev.kith.audit.Audit;
import dev.kith.client.ClientDirectory;
import dev.kith.client.GlassBroken;
import dev.kith.log.StopRuleUsed;
import dev.kith.outbox.Outbox;
import dev.kith.response.ResponseScored;
import dev.kith.security.Caller;
import dev.kith.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/**
 * Raises alerts in the transaction of what they are about: an answer whose alert could not be stored is not stored either,
 * and the app is told to send it again.
 */
@ApplicationScoped
class Raising {
    @Inject
    Alerts alerts;

    @Inject
    ClientDirectory clients;

    @Inject
    Outbox outbox;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    void answered(@Observes ResponseScored news) throws SQLException {
        for (var rule : news.fired()) {
            var alert = new Raised(
                    Ids.next(),
                    news.clientId(),
                    "answer",
                    rule.critical() ? "critical" : "notice",
                    rule.rule(),
                    news.responseId(),
                    news.questionnaire(),
                    news.version(),
                    rule.linkId(),
                    clock.instant(),
                    "");
            if (raise(alert)) {
                audit.wrote(news.by(), "alert.raised", "alert", alert.id(), alert.clientId());
            }
        }
        if (!news.fired().isEmpty()) {
            seeThatSomebodyLooks(news.clientId(), news.responseId());
        }
    }

    /** An alert that is on nobody's caseload would be seen by no one: the admin is told to staff the care team. */
    private void seeThatSomebodyLooks(UUID client, UUID about) throws SQLException {
        if (!clients.isOnSomebodysCaseload(client)) {
            raise(access(client, "critical", "nobody-on-care-team", about));
        }
    }

    /** Breaking glass is for the admin to look at; who broke it is on the trail already. */
    void broken(@Observes GlassBroken news) throws SQLException {
        raise(access(news.clientId(), "notice", "glass-broken", news.id()));
    }

    /** The client said of given work what their clinician should hear. */
    void troubled(@Observes ClientTroubled news) throws SQLException {
        heard(news.by(), work(news.clientId(), news.rule(), news.aboutId(), news.occasion()));
    }

    /** The client stopped, or was stopped, by a rule of the exercise; once a log, whatever comes after. */
    void stopped(@Observes StopRuleUsed news) throws SQLException {
        heard(news.by(), work(news.clientId(), "stop-rule-used", news.logId(), ""));
    }

    private void heard(Caller by, Raised alert) throws SQLException {
        if (raise(alert)) {
            audit.wrote(by, "alert.raised", "alert", alert.id(), alert.clientId());
        }
        seeThatSomebodyLooks(alert.clientId(), alert.aboutId());
    }

    private Raised access(UUID client, String severity, String rule, UUID about) {
        return new Raised(Ids.next(), client, "access", severity, rule, about, null, null, null, clock.instant(), "");
    }

    private Raised work(UUID client, String rule, UUID about, String occasion) {
        return new Raised(
                Ids.next(), client, "work", "notice", rule, about, null, null, null, clock.instant(), occasion);
    }

    private boolean raise(Raised alert) throws SQLException {
        var first = alerts.raise(alert);
        if (first) {
            var about = alert.aboutId().toString();
            outbox.put(
                    "alert.raised",
                    alert.id(),
                    alert.clientId(),
                    Map.of("rule", alert.rule(), "severity", alert.severity(), "about", about));
        }
        return first;
    }
}
