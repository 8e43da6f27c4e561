package dev.kith.caseload;

import static java.util.stream.Collectors.groupingBy;

import dev.kith.audit.Audit;
import dev.kith.caseload.AttentionList.Found;
import dev.kith.caseload.CaseloadClient.AttentionReason;
import dev.kith.caseload.CaseloadClient.AttentionView;
import dev.kith.caseload.CaseloadClient.CaseloadAdherence;
import dev.kith.caseload.CaseloadClient.CaseloadAlerts;
import dev.kith.caseload.CaseloadClient.CaseloadSignal;
import dev.kith.paging.Cursor;
import dev.kith.paging.Slice;
import dev.kith.program.RunningEnrollment;
import dev.kith.program.RunningEnrollments;
import dev.kith.security.Caller;
import dev.kith.signal.SignalDirectory;
import dev.kith.signal.SignalDirectory.KnownSignal;
import dev.kith.signal.Watching;
import dev.kith.words.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks over a caseload: whoever the caller cares for, and who of them first. A fixed number of queries for any number of clients. */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
class Overseeing {
    @Inject
    AttentionList list;

    @Inject
    CaseloadFacts facts;

    @Inject
    SignalDirectory signals;

    @Inject
    SignalNames names;

    @Inject
    CaseloadScores scores;

    @Inject
    RunningEnrollments enrollments;

    @Inject
    Watching watching;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    Slice<CaseloadClient> list(
            Caller caller, CaseloadFilter which, @Nullable Cursor after, int limit, @Nullable String wanted)
            throws SQLException {
        audit.read(caller, "caseload.read", "client", null, null);
        watching.catchUp();
        var page = Slice.of(list.page(caller, which, after, limit), limit, which.sort()::key);
        var ids = page.items().stream().map(Found::id).toList();
        var now = clock.instant();
        var words = Words.in(wanted);
        var work = facts.work(ids, now);
        var alerts = facts.alerts(ids);
        var standing = signals.standing(ids).stream().collect(groupingBy(KnownSignal::clientId));
        var latest = scores.latest(ids, wanted);
        var running = enrollments.of(ids, now, wanted).stream().collect(groupingBy(RunningEnrollment::clientId));
        return page.map(found -> {
            var theirs = standing.getOrDefault(found.id(), List.of());
            var done = work.getOrDefault(found.id(), new CaseloadFacts.Work(0, 0, null));
            return new CaseloadClient(
                    found.id(),
                    found.displayName(),
                    new AttentionView(found.rank(), reasons(found, theirs, words, wanted)),
                    latest.getOrDefault(found.id(), List.of()),
                    theirs.stream()
                            .map(one -> new CaseloadSignal(
                                    one.id(), one.rule(), one.severity(), names.of(one, words, wanted), one.since()))
                            .toList(),
                    alerts(alerts.get(found.id())),
                    done.due() == 0
                            ? new CaseloadAdherence(null, null)
                            : new CaseloadAdherence(done.due(), done.done()),
                    found.activeAt(),
                    done.nextAppointment(),
                    found.unread(),
                    running.getOrDefault(found.id(), List.of()));
        });
    }

    private static CaseloadAlerts alerts(CaseloadFacts.@Nullable Alerts alerts) {
        return alerts == null
                ? new CaseloadAlerts(0, Map.of(), null, null)
                : new CaseloadAlerts(
                        alerts.bySeverity().values().stream()
                                .mapToInt(Integer::intValue)
                                .sum(),
                        alerts.bySeverity(),
                        alerts.oldest(),
                        alerts.due());
    }

    /** Every reason, in the order of {@link AttentionCode}; how long ago the last contact was is one where there is no other. */
    private List<AttentionReason> reasons(
            Found found, List<KnownSignal> standing, Words words, @Nullable String wanted) {
        var reasons = new ArrayList<AttentionReason>();
        add(reasons, AttentionCode.CRITICAL_ALERT_OPEN, found.criticalOpen(), found, words);
        add(reasons, AttentionCode.CRITICAL_ALERT_ACKNOWLEDGED, found.criticalSeen(), found, words);
        standing.stream()
                .filter(KnownSignal::isRed)
                .forEach(one -> reasons.add(spoken(AttentionCode.RED_SIGNAL, one, found, words, wanted)));
        add(reasons, AttentionCode.ALERT_OPEN, found.otherAlert(), found, words);
        standing.stream()
                .filter(one -> !one.isRed())
                .forEach(one -> reasons.add(spoken(AttentionCode.AMBER_SIGNAL, one, found, words, wanted)));
        add(reasons, AttentionCode.UNREAD_FEEDBACK, found.unreadSince(), found, words);
        if (reasons.isEmpty()) {
            add(reasons, AttentionCode.TIME_SINCE_CONTACT, found.since(), found, words);
        }
        return reasons;
    }

    private static void add(
            List<AttentionReason> reasons, AttentionCode code, @Nullable Instant since, Found found, Words words) {
        if (since != null) {
            var day = since.atZone(found.zone()).toLocalDate();
            reasons.add(new AttentionReason(code, code.say(words, day), since));
        }
    }

    private AttentionReason spoken(
            AttentionCode code, KnownSignal signal, Found found, Words words, @Nullable String wanted) {
        var day = signal.since().atZone(found.zone()).toLocalDate();
        return new AttentionReason(code, code.say(words, names.of(signal, words, wanted), day), signal.since());
    }
}
