package dev.kith.assignment;

import dev.kith.audit.Audit;
import dev.kith.client.ClientDirectory;
import dev.kith.exercise.ExerciseCatalogue;
import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import dev.kith.words.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Says why a task is as it is. */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
class Explaining {
    @Inject
    ToDo toDo;

    @Inject
    Tasks tasks;

    @Inject
    ScheduleBook book;

    @Inject
    TaskListing listing;

    @Inject
    ExerciseCatalogue exercises;

    @Inject
    ClientDirectory clients;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    TaskExplanation explain(Caller caller, UUID taskId, Words words) throws SQLException {
        var row = toDo.one(taskId).stream().findFirst().orElseThrow(ProblemException::notFound);
        clients.requireCaredForBy(caller, row.clientId());
        audit.read(caller, "task.explained", "task", taskId, row.clientId());
        var revision = tasks.require(taskId).scheduleRevision;
        var revisions = book.revisions(row.assignmentId()).stream()
                .map(ScheduleRevisionView::of)
                .map(one -> one.seenBy(caller))
                .sorted(Comparator.comparingInt(ScheduleRevisionView::revision))
                .toList();
        var madeBy = revisions.stream()
                .filter(one -> one.revision() == revision)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A task without its schedule"));
        var since = revisions.stream().filter(one -> one.revision() > revision).toList();
        var now = clock.instant();
        var closed = closed(caller, row, words.language(), now);
        var reasons = new Reasons(row, madeBy.schedule(), List.copyOf(closed.values()), now, words);
        var snoozed = row.snoozedUntil();
        return new TaskExplanation(
                taskId,
                row.state(now),
                reasons.because(),
                reasons.told(since),
                row.startsLocal().toString(),
                row.timeZone(),
                row.shifted(),
                row.opensAt(),
                row.dueAt(),
                row.lateAfter(),
                row.closesAt(),
                List.copyOf(closed.keySet()),
                snoozed != null && row.state(now) == TaskState.OPEN && now.isBefore(snoozed) ? snoozed : null,
                madeBy,
                since);
    }

    /** While it is open, the gates that are closed for the client, with what each says about it. */
    private Map<String, String> closed(Caller caller, ToDo.Row row, String language, Instant now) {
        if (row.exerciseKey() == null || row.state(now) != TaskState.OPEN) {
            return Map.of();
        }
        var shown = listing.viewed(caller, row.clientId(), language).apply(row);
        var exercise = exercises.require(row.workPracticeId(), row.exerciseKey(), shown.version());
        var said = new LinkedHashMap<String, String>();
        for (var gate : exercise.definition().gates()) {
            if (shown.closedGates().contains(gate.code())) {
                said.put(gate.code(), gate.text().in(exercise.languageFor(language)));
            }
        }
        return said;
    }
}
