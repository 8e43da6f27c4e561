package dev.kith.alert;

import dev.kith.alert.NewAlert.Evidence;
import dev.kith.alert.NewAlert.Instrument;
import dev.kith.alert.NewAlert.Kind;
import dev.kith.alert.Rosters.Everybody;
import dev.kith.assignment.ClientTroubled;
import dev.kith.client.GlassBroken;
import dev.kith.log.StopRuleUsed;
import dev.kith.response.ResponseScored;
import dev.kith.response.ResponseScored.FiredRule;
import dev.kith.security.Caller;
import dev.kith.signal.SignalRaised;
import dev.kith.tenancy.Practices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Raises alerts in the transaction of what they are about: an answer whose alert could not be stored is not stored either,
 * and the app is told to send it again.
 */
@ApplicationScoped
class Raising {
    private static final String STOPPED = "stop-rule-used";

    @Inject
    AlertDesk desk;

    @Inject
    Alerts alerts;

    @Inject
    AlertPolicies policies;

    @Inject
    Practices practices;

    void answered(@Observes ResponseScored news) throws SQLException {
        if (news.fired().isEmpty()) {
            return;
        }
        var there = desk.whoIsThere(news.clientId());
        for (var rule : news.fired()) {
            var severity = rule.critical() ? AlertSeverity.CRITICAL : AlertSeverity.NOTICE;
            var instrument = new Instrument(news.questionnaire(), news.version(), rule.linkId());
            desk.raise(
                    news.by(),
                    new NewAlert(
                            news.clientId(),
                            Kind.ANSWER,
                            severity,
                            rule.rule(),
                            news.responseId(),
                            "",
                            news.revision(),
                            instrument,
                            evidence(rule)),
                    there);
        }
        seeThatSomebodyLooks(news.clientId(), news.responseId(), there);
    }

    private static @Nullable Evidence evidence(FiredRule rule) {
        return rule.evidence() == null ? null : new Evidence(rule.evidence(), rule.anew(), rule.sentTo());
    }

    /** An alert that is on nobody's caseload is for the on-call list only: the admin is told to staff the care team. */
    private void seeThatSomebodyLooks(UUID client, UUID about, Everybody there) throws SQLException {
        if (!there.isStaffed(client)) {
            access(NewAlert.of(client, Kind.ACCESS, AlertSeverity.CRITICAL, "nobody-on-care-team", about), there);
        }
    }

    /** Breaking glass is for the admin to look at; who broke it is on the trail already. */
    void broken(@Observes GlassBroken news) throws SQLException {
        var alert = NewAlert.of(news.clientId(), Kind.ACCESS, AlertSeverity.NOTICE, "glass-broken", news.id());
        access(alert, desk.whoIsThere(news.clientId()));
    }

    /** The client said of given work what their clinician should hear. */
    void troubled(@Observes ClientTroubled news) throws SQLException {
        var alert = new NewAlert(
                news.clientId(),
                Kind.WORK,
                AlertSeverity.NOTICE,
                news.rule(),
                news.aboutId(),
                news.occasion(),
                0,
                null);
        heard(news.by(), alert);
    }

    /** The client stopped, or was stopped, by a rule of the exercise; once a log, whatever comes after; what stands for many is opened again by each. The practice says whether it wants to know. */
    void stopped(@Observes StopRuleUsed news) throws SQLException {
        var severity = policies.current().stopRule();
        if (severity != null) {
            var about = about(news);
            var sent = about.equals(news.logId()) ? news.sentTo() : news.logId();
            var alert = NewAlert.of(news.clientId(), Kind.WORK, severity, STOPPED, about);
            heard(news.by(), sent == null ? alert : alert.on(new Evidence(sent.toString(), false, sent)));
        }
    }

    /** The log; or its task, of which it was told before the log was taken. */
    private UUID about(StopRuleUsed news) {
        var task = news.taskId();
        return task != null && !task.equals(news.logId()) && alerts.isRaised(STOPPED, task) ? task : news.logId();
    }

    /** A rule began to speak that the practice wants to hear of; once a signal, however long it stands. */
    void signalled(@Observes SignalRaised news) throws SQLException {
        var severity = AlertSeverity.of(news.severity());
        heard(news.by(), NewAlert.of(news.clientId(), Kind.SIGNAL, severity, news.rule(), news.signalId()));
    }

    private void heard(Caller by, NewAlert alert) throws SQLException {
        var there = desk.whoIsThere(alert.clientId());
        desk.raise(by, alert, there);
        seeThatSomebodyLooks(alert.clientId(), alert.aboutId(), there);
    }

    private void access(NewAlert alert, Everybody there) throws SQLException {
        desk.raise(Caller.system(practices.current().orElseThrow()), alert, there);
    }
}
