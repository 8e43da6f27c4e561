package dev.kith.caseload;

import dev.kith.assignment.GivenWork;
import dev.kith.audit.Audit;
import dev.kith.caseload.BriefView.BriefLine;
import dev.kith.caseload.BriefView.BriefSection;
import dev.kith.caseload.BriefView.SinceBasis;
import dev.kith.client.ClientDirectory;
import dev.kith.client.ClientRecord;
import dev.kith.ladder.LadderDirectory;
import dev.kith.log.LogDirectory;
import dev.kith.problem.ProblemException;
import dev.kith.program.RunningEnrollments;
import dev.kith.questionnaire.QuestionnaireCatalogue;
import dev.kith.response.ScoreLines;
import dev.kith.security.Caller;
import dev.kith.signal.ScoreSeries;
import dev.kith.signal.SignalDirectory;
import dev.kith.signal.Watching;
import dev.kith.words.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes what to know before a session: access, a fixed number of queries, then plain sentences, each with its source. */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
class Briefing {
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2300-01-01T00:00:00Z");
    /** Who opens the brief a little late, in the session itself, wants to know what was since the one before. */
    private static final Duration SESSION = Duration.ofHours(3);

    private static final int DAYS = 14;
    private static final int MOST_LOGS = 50;
    private static final String PLAN_SCOPE = "safety:read";

    @Inject
    ClientDirectory clients;

    @Inject
    GivenWork given;

    @Inject
    Watching watching;

    @Inject
    ScoreLines scores;

    @Inject
    QuestionnaireCatalogue questionnaires;

    @Inject
    BriefFacts facts;

    @Inject
    AgreedFacts agreed;

    @Inject
    SignalDirectory signals;

    @Inject
    LogDirectory logs;

    @Inject
    LadderDirectory ladders;

    @Inject
    RunningEnrollments enrollments;

    @Inject
    WorkLines work;

    @Inject
    WaitingLines waiting;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    BriefView write(Caller caller, UUID clientId, @Nullable Instant asked, @Nullable String wanted)
            throws SQLException {
        var client = clients.requireCaredForBy(caller, clientId);
        var now = clock.instant();
        if (asked != null && (asked.isAfter(now) || asked.isBefore(EARLIEST))) {
            throw ProblemException.invalid("#since", "out-of-range", "In the past, after 1900.");
        }
        audit.read(caller, "caseload.brief-read", "client", clientId, clientId);
        watching.catchUp(List.of(clientId));
        var since = since(client, asked, now);
        var telling = new Telling(client, since.at(), now, Words.in(wanted), wanted);
        return new BriefView(
                clientId,
                client.displayName(),
                since.at(),
                since.basis(),
                telling.say(since.sentence(), since.at().atZone(client.timeZone())),
                sections(caller, telling),
                telling.words().language());
    }

    private record Since(Instant at, SinceBasis basis, String sentence) {}

    private Since since(ClientRecord client, @Nullable Instant asked, Instant now) {
        if (asked != null) {
            return new Since(asked, SinceBasis.GIVEN, "brief.since.given");
        }
        return given.lastAppointmentOf(client.id(), SESSION)
                .map(began -> new Since(began, SinceBasis.LAST_APPOINTMENT, "brief.since.last-appointment"))
                .orElseGet(() -> new Since(
                        now.atZone(client.timeZone())
                                .toLocalDate()
                                .minusDays(DAYS)
                                .atStartOfDay(client.timeZone())
                                .toInstant(),
                        SinceBasis.FOURTEEN_DAYS,
                        "brief.since.fourteen-days"));
    }

    /** Practice software may read neither ladders nor goals nor messages, the safety plan by its scope alone, and is not told of more here. */
    private List<BriefSection> sections(Caller caller, Telling telling) throws SQLException {
        var client = telling.client().id();
        var all = List.of(client);
        var series = ScoreSeries.of(scores.of(all, EARLIEST, LATEST), questionnaires);
        var tasks = facts.tasks(client, telling.since(), telling.now());
        var sections = new ArrayList<BriefSection>();
        add(sections, "change", telling.say("brief.section.change"), ChangeLines.of(series, telling));
        add(sections, "done", telling.say("brief.section.done"), work.done(tasks, telling));
        add(sections, "not-done", telling.say("brief.section.not-done"), work.notDone(tasks, telling));
        add(
                sections,
                "avoided",
                telling.say("brief.section.avoided"),
                caller.isMachine() ? List.of() : AvoidedLines.of(ladders.of(client, telling.words()), telling));
        add(
                sections,
                "logs",
                telling.say("brief.section.logs"),
                work.logs(logs.completeOf(client, telling.since(), LATEST, MOST_LOGS), telling));
        add(
                sections,
                "feedback",
                telling.say("brief.section.feedback"),
                caller.isMachine() ? List.of() : waiting.feedback(facts.unread(client), telling));
        add(sections, "alerts", telling.say("brief.section.alerts"), waiting.alerts(facts.alerts(client), telling));
        add(
                sections,
                "signals",
                telling.say("brief.section.signals"),
                waiting.signals(signals.standingOrEndedSince(client, telling.since()), telling));
        add(
                sections,
                "program",
                telling.say("brief.section.program"),
                WaitingLines.programs(enrollments.of(all, telling.now(), telling.wanted()), telling));
        add(
                sections,
                "goals",
                telling.say("brief.section.goals"),
                caller.isMachine() ? List.of() : AgreedLines.goals(agreed.goals(client, telling.since()), telling));
        add(
                sections,
                "safety-plan",
                telling.say("brief.section.safety-plan"),
                caller.isMachine() && !caller.scopes().contains(PLAN_SCOPE)
                        ? List.of()
                        : AgreedLines.plans(agreed.plans(client, telling.since()), telling));
        var told =
                sections.stream().flatMap(section -> section.lines().stream()).toList();
        add(sections, "questions", telling.say("brief.section.questions"), BriefQuestions.of(told, telling));
        return List.copyOf(sections);
    }

    private static void add(List<BriefSection> sections, String code, String title, List<BriefLine> lines) {
        sections.add(new BriefSection(code, title, lines));
    }
}
