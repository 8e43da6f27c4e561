package dev.kith.assignment;

import dev.kith.audit.Audit;
import dev.kith.client.ClientDirectory;
import dev.kith.exercise.ExerciseCatalogue;
import dev.kith.paging.Cursor;
import dev.kith.paging.Slice;
import dev.kith.problem.ProblemException;
import dev.kith.questionnaire.QuestionnaireCatalogue;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is there to do, and what was done. */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
class TaskListing {
    private static final UUID FIRST = new UUID(0, 0);
    /** A client is not shown what they cannot do now; the care team sees it, marked. */
    private static final String PAUSED = AssignmentState.PAUSED.code();

    private static final String NOTHING = "";
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2300-01-01T00:00:00Z");

    @Inject
    OpenTasks open;

    @Inject
    ToDo toDo;

    @Inject
    ClientDirectory clients;

    @Inject
    QuestionnaireCatalogue questionnaires;

    @Inject
    ExerciseCatalogue exercises;

    @Inject
    Gates gates;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /** What a reader asks for: a window of opening times, a state, and how much. */
    record Asked(
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable TaskState state,
            @Nullable Cursor after,
            int limit,
            @Nullable String languages) {}

    /** The client's own list; no access query, for the token says whose it is. */
    Slice<TaskView> own(Caller caller, Asked asked) throws SQLException {
        return page(caller, Objects.requireNonNull(caller.clientId()), PAUSED, asked);
    }

    Slice<TaskView> of(Caller caller, UUID clientId, Asked asked) throws SQLException {
        clients.requireCaredForBy(caller, clientId);
        audit.read(caller, "tasks.listed", "client", clientId, clientId);
        return page(caller, clientId, NOTHING, asked);
    }

    Slice<TaskView> ofAssignment(
            Caller caller,
            UUID assignmentId,
            UUID clientId,
            @Nullable Cursor after,
            int limit,
            @Nullable String languages) {
        audit.read(caller, "tasks.listed", "assignment", assignmentId, clientId);
        var rows = toDo.ofAssignment(
                assignmentId,
                after == null ? EARLIEST : after.instant(0),
                after == null ? FIRST : after.uuid(1),
                limit + 1);
        return Slice.of(rows, limit, TaskListing::key).map(viewed(caller, clientId, languages));
    }

    TaskView one(Caller caller, UUID taskId, @Nullable String languages) {
        var row = toDo.one(taskId).stream().findFirst().orElseThrow(ProblemException::notFound);
        clients.requireCaredForBy(caller, row.clientId());
        audit.read(caller, "task.read", "task", taskId, row.clientId());
        return viewed(caller, row.clientId(), languages).apply(row);
    }

    private Slice<TaskView> page(Caller caller, UUID client, String hidden, Asked asked) throws SQLException {
        var after = asked.after();
        var opens = after == null ? EARLIEST : after.instant(0);
        var id = after == null ? FIRST : after.uuid(1);
        var now = clock.instant();
        var rows =
                asked.state() == TaskState.OPEN && asked.from() == null && asked.to() == null && hidden.equals(PAUSED)
                        ? open.of(client, now, opens, id, asked.limit() + 1)
                        : toDo.between(
                                client,
                                Objects.requireNonNullElse(asked.from(), EARLIEST),
                                Objects.requireNonNullElse(asked.to(), LATEST),
                                asked.state() == null ? "any" : asked.state().code(),
                                hidden,
                                now,
                                opens,
                                id,
                                asked.limit() + 1);
        return Slice.of(rows, asked.limit(), TaskListing::key).map(viewed(caller, client, asked.languages()));
    }

    private static Cursor key(ToDo.Row row) {
        return Cursor.of(row.opensAt(), row.id());
    }

    /** The gates are asked for once, and only where an exercise among the tasks has some. */
    Function<ToDo.Row, TaskView> viewed(Caller caller, UUID client, @Nullable String languages) {
        var open = gates.of(client);
        var now = clock.instant();
        return row -> view(caller, row, languages, open, now);
    }

    private TaskView view(Caller caller, ToDo.Row row, @Nullable String languages, ClientGates open, Instant now) {
        var comparable =
                VersionPolicy.of(row.versionPolicy()) == VersionPolicy.LATEST_COMPARABLE && row.responseId() == null;
        if (row.exerciseKey() != null) {
            var exercise = exercises.require(row.workPracticeId(), row.exerciseKey(), row.workVersion());
            if (comparable && row.logId() == null) {
                exercise = exercises.newestComparable(exercise);
            }
            return TaskView.of(
                    caller, row, exercise.version(), exercise.title(languages), open.closedOf(exercise), now);
        }
        var questionnaire = questionnaires.require(
                row.workPracticeId(), Objects.requireNonNull(row.questionnaireKey()), row.workVersion());
        if (comparable) {
            questionnaire = questionnaires.newestComparable(questionnaire);
        }
        return TaskView.of(caller, row, questionnaire.version(), questionnaire.title(languages), List.of(), now);
    }
}
