package dev.kith.caseload;

import dev.kith.assignment.GivenWork;
import dev.kith.audit.Audit;
import dev.kith.caseload.BriefFacts.Over;
import dev.kith.caseload.BriefFacts.Unread;
import dev.kith.caseload.BriefView.BriefLine;
import dev.kith.caseload.BriefView.BriefSection;
import dev.kith.caseload.BriefView.SinceBasis;
import dev.kith.client.ClientDirectory;
import dev.kith.client.ClientRecord;
import dev.kith.formulation.FormulationDirectory;
import dev.kith.formulation.FormulationDirectory.FormulationStanding;
import dev.kith.ladder.LadderDirectory;
import dev.kith.log.LogDirectory;
import dev.kith.problem.ProblemException;
import dev.kith.program.RunningEnrollments;
import dev.kith.questionnaire.QuestionnaireCatalogue;
import dev.kith.response.ScoreLines;
import dev.kith.security.Caller;
import dev.kith.signal.ScoreSeries;
import dev.kith.signal.SignalDirectory;
import dev.kith.signal.SignalDirectory.Heard;
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
import java.util.stream.Stream;
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
    FormulationDirectory formulations;

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
        var told = new Told(caller);
        var since = asked == null && !told.assignments() ? fourteenDays(client, now) : since(client, asked, now);
        var telling = new Telling(client, since.at(), now, Words.in(wanted), wanted);
        return new BriefView(
                clientId,
                client.displayName(),
                since.at(),
                since.basis(),
                telling.say(since.sentence(), since.at().atZone(client.timeZone())),
                sections(told, telling),
                telling.words().language());
    }

    private record Since(Instant at, SinceBasis basis, String sentence) {}

    private Since since(ClientRecord client, @Nullable Instant asked, Instant now) {
        if (asked != null) {
            return new Since(asked, SinceBasis.GIVEN, "brief.since.given");
        }
        return given.lastAppointmentOf(client.id(), SESSION)
                .map(began -> new Since(began, SinceBasis.LAST_APPOINTMENT, "brief.since.last-appointment"))
                .orElseGet(() -> fourteenDays(client, now));
    }

    private static Since fourteenDays(ClientRecord client, Instant now) {
        return new Since(
                now.atZone(client.timeZone())
                        .toLocalDate()
                        .minusDays(DAYS)
                        .atStartOfDay(client.timeZone())
                        .toInstant(),
                SinceBasis.FOURTEEN_DAYS,
                "brief.since.fourteen-days");
    }

    private interface Lines {
        List<BriefLine> tell() throws SQLException;
    }

    /** What the caller is not told of is not looked for, and not there. */
    private List<BriefSection> sections(Told told, Telling telling) throws SQLException {
        var client = telling.client().id();
        var all = List.of(client);
        var tasks = told.assignments() ? facts.tasks(client, telling.since(), telling.now()) : List.<Over>of();
        var unread = told.messages() ? facts.unread(client) : List.<Unread>of();
        var sections = new Sections(telling, new ArrayList<>());
        sections.add(
                "brief.section.change",
                told.progress() && told.responses(),
                () -> ChangeLines.of(ScoreSeries.of(scores.of(all, EARLIEST, LATEST), questionnaires), telling));
        sections.add("brief.section.done", told.assignments(), () -> work.done(tasks, telling));
        sections.add("brief.section.not-done", told.assignments(), () -> work.notDone(tasks, telling));
        sections.add(
                "brief.section.avoided",
                told.messages(),
                () -> AvoidedLines.of(ladders.of(client, telling.words()), telling));
        sections.add(
                "brief.section.logs",
                told.logs(),
                () -> work.logs(logs.completeOf(client, telling.since(), LATEST, MOST_LOGS), telling));
        sections.add("brief.section.feedback", told.messages(), () -> waiting.feedback(unread, telling));
        sections.add("brief.section.asked", told.messages(), () -> waiting.asked(unread, telling));
        sections.add("brief.section.alerts", told.alerts(), () -> waiting.alerts(facts.alerts(client), telling));
        sections.add("brief.section.signals", told.progress(), () -> waiting.signals(heard(told, telling), telling));
        sections.add(
                "brief.section.program",
                told.enrollments(),
                () -> WaitingLines.programs(enrollments.of(all, telling.now(), telling.wanted()), telling));
        sections.add(
                "brief.section.goals",
                told.messages(),
                () -> AgreedLines.goals(agreed.goals(client, telling.since()), telling));
        sections.add(
                "brief.section.safety-plan",
                told.plans(),
                () -> AgreedLines.plans(agreed.plans(client, telling.since()), telling));
        var standing = told.messages()
                ? formulations.standing(client, telling.words().language())
                : FormulationStanding.NOTHING;
        sections.add("brief.section.formulation", told.messages(), () -> FormulationLines.news(standing, telling));
        var lines = sections.all().stream()
                .flatMap(section -> section.lines().stream())
                .toList();
        sections.add(
                "brief.section.questions",
                true,
                () -> Stream.concat(
                                BriefQuestions.of(lines, telling).stream(),
                                FormulationLines.questions(standing, telling).stream())
                        .toList());
        return List.copyOf(sections.all());
    }

    private Heard heard(Told told, Telling telling) throws SQLException {
        return signals.of(telling.client().id(), telling.since()).without(told.hiddenRules());
    }

    /** The sections so far, each called by the end of its title's code. */
    private record Sections(Telling telling, List<BriefSection> all) {
        private static final String PREFIX = "brief.section.";

        void add(String title, boolean told, Lines lines) throws SQLException {
            if (told) {
                all.add(new BriefSection(title.substring(PREFIX.length()), telling.say(title), lines.tell()));
            }
        }
    }
}
