package dev.kith.caseload;

import static java.util.stream.Collectors.groupingBy;

import dev.kith.audit.Audit;
import dev.kith.caseload.AttentionList.Found;
import dev.kith.caseload.CaseloadClient.AttentionReason;
import dev.kith.caseload.CaseloadClient.AttentionView;
import dev.kith.caseload.CaseloadClient.CaseloadAdherence;
import dev.kith.caseload.CaseloadClient.CaseloadAlerts;
import dev.kith.caseload.CaseloadClient.CaseloadScore;
import dev.kith.caseload.CaseloadClient.CaseloadSignal;
import dev.kith.caseload.CaseloadFacts.Work;
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
import java.util.UUID;
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

    /** @throws dev.kith.problem.ProblemException 403 for practice software that asks by what it may not read */
    Slice<CaseloadClient> list(
            Caller caller, CaseloadFilter which, @Nullable Cursor after, int limit, @Nullable String wanted)
            throws SQLException {
        var told = new Told(caller);
        which.requireFor(told);
        watching.catchUp();
        var page = Slice.of(list.page(told, which, after, limit), limit, which.sort()::key);
        var ids = page.items().stream().map(Found::id).toList();
        audit.readEach(caller, "caseload.read", ids);
        var now = clock.instant();
        var words = Words.in(wanted);
        var work = told.progress() || told.assignments() ? facts.work(ids, now) : Map.<UUID, Work>of();
        var standing = told.progress() ? standing(ids, told) : Map.<UUID, List<KnownSignal>>of();
        var latest = told.progress() ? scores.latest(ids, wanted) : Map.<UUID, List<CaseloadScore>>of();
        var running = told.enrollments()
                ? enrollments.of(ids, now, wanted).stream().collect(groupingBy(RunningEnrollment::clientId))
                : Map.<UUID, List<RunningEnrollment>>of();
        return page.map(found -> {
            var theirs = standing.getOrDefault(found.id(), List.of());
            var done = work.getOrDefault(found.id(), Work.NONE);
            return new CaseloadClient(
                    found.id(),
                    found.displayName(),
                    new AttentionView(found.rank(), reasons(found, theirs, told, words, wanted)),
                    told.progress() ? latest.getOrDefault(found.id(), List.of()) : null,
                    told.progress() ? signals(theirs, words, wanted) : null,
                    told.alerts() ? alerts(found.alerts()) : null,
                    told.progress() ? adherence(done) : null,
                    found.activeAt(),
                    told.assignments() ? done.nextAppointment() : null,
                    told.messages() ? found.unread() : null,
                    told.enrollments() ? running.getOrDefault(found.id(), List.of()) : null);
        });
    }

    private Map<UUID, List<KnownSignal>> standing(List<UUID> clients, Told told) throws SQLException {
        var hidden = told.hiddenRules();
        return signals.standing(clients).stream()
                .filter(one -> !hidden.contains(one.rule().code()))
                .collect(groupingBy(KnownSignal::clientId));
    }

    private List<CaseloadSignal> signals(List<KnownSignal> standing, Words words, @Nullable String wanted) {
        return standing.stream()
                .map(one -> new CaseloadSignal(
                        one.id(), one.rule(), one.severity(), names.of(one, words, wanted), one.since()))
                .toList();
    }

    private static CaseloadAlerts alerts(AttentionList.Alerts alerts) {
        return new CaseloadAlerts(alerts.count(), alerts.bySeverity(), alerts.oldest(), alerts.due());
    }

    private static CaseloadAdherence adherence(Work done) {
        return done.due() == 0 ? new CaseloadAdherence(null, null) : new CaseloadAdherence(done.due(), done.done());
    }

    /**
     * Every reason that the caller is told of, in the order of {@link AttentionCode}; how long ago the last contact was is one where there is
     * no other.
     */
    private List<AttentionReason> reasons(
            Found found, List<KnownSignal> standing, Told told, Words words, @Nullable String wanted) {
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
        if (reasons.isEmpty() && told.contact()) {
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
