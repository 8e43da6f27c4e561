package dev.kith.assignment;

import dev.kith.audit.Audit;
import dev.kith.client.ClientDirectory;
import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import dev.kith.words.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
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
        var reasons = new Reasons(row, madeBy.schedule(), clock.instant(), words);
        return new TaskExplanation(
                taskId,
                row.state(clock.instant()),
                reasons.because(),
                reasons.told(since),
                row.startsLocal().toString(),
                row.timeZone(),
                row.shifted(),
                row.opensAt(),
                row.dueAt(),
                row.lateAfter(),
                row.closesAt(),
                madeBy,
                since);
    }
}
