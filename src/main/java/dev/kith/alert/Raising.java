package dev.kith.alert;

import dev.kith.alert.Alerts.Raised;
import dev.kith.assignment.ClientTroubled;
import dev.kith.audit.Audit;
import dev.kith.client.ClientDirectory;
import dev.kith.client.GlassBroken;
import dev.kith.log.StopRuleUsed;
import dev.kith.outbox.Outbox;
import dev.kith.response.ResponseScored;
import dev.kith.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;

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
                    clock.instant());
            if (raise(alert)) {
                audit.wrote(news.by(), "alert.raised", "alert", alert.id(), alert.clientId());
            }
        }
        if (!news.fired().isEmpty() && !clients.isOnSomebodysCaseload(news.clientId())) {
            nobodyLooks(news);
        }
    }

    /** An alert that is on nobody's caseload would be seen by no one: the admin is told to staff the care team. */
    private void nobodyLooks(ResponseScored news) throws SQLException {
        raise(new Raised(
                Ids.next(),
                news.clientId(),
                "access",
                "critical",
                "nobody-on-care-team",
                news.responseId(),
                null,
                null,
                null,
                clock.instant()));
    }

    /** Breaking glass is for the admin to look at; who broke it is on the trail already. */
    void broken(@Observes GlassBroken news) throws SQLException {
        raise(new Raised(
                Ids.next(),
                news.clientId(),
                "access",
                "notice",
                "glass-broken",
                news.id(),
                null,
                null,
                null,
                clock.instant()));
    }

    /** The client said of given work what their clinician should hear. */
    void troubled(@Observes ClientTroubled news) throws SQLException {
        raise(new Raised(
                Ids.next(),
                news.clientId(),
                "work",
                "notice",
                news.rule(),
                news.aboutId(),
                null,
                null,
                null,
                clock.instant()));
    }

    /** The client stopped, or was stopped, by a rule of the exercise; once a log, whatever comes after. */
    void stopped(@Observes StopRuleUsed news) throws SQLException {
        raise(new Raised(
                Ids.next(),
                news.clientId(),
                "work",
                "notice",
                "stop-rule-used",
                news.logId(),
                null,
                null,
                null,
                clock.instant()));
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
