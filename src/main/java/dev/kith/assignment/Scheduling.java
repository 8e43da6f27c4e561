package dev.kith.assignment;

import dev.kith.audit.Audit;
import dev.kith.outbox.Outbox;
import dev.kith.recurrence.BadSchedule;
import dev.kith.recurrence.Schedule;
import dev.kith.recurrence.Window;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Turns schedules into tasks, in its caller's transaction, which has the client's turn. The past is never rewritten: a new revision withdraws only tasks that
 * have not opened and that nobody has touched, and makes its own from there on.
 */
@ApplicationScoped
class Scheduling {
    @Inject
    ScheduleBook book;

    @Inject
    TaskMaker maker;

    @Inject
    Tasks tasks;

    @Inject
    Capping capping;

    @Inject
    Audit audit;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /** The first revision of a new assignment, with its tasks as far as they are made ahead. */
    void begin(Caller caller, Assignment assignment, ScheduleView schedule) throws SQLException {
        var now = clock.instant();
        book.add(assignment, schedule, ScheduleChange.ASSIGNED, null, caller.id(), now);
        var reach =
                Horizon.at(now).reach(assignment.id, assignment.clientId, assignment.scheduleRevision, schedule, null);
        assignment.materialisedTo = reach.madeTo();
        maker.make(reach.tasks());
        capping.keep(assignment.clientId, now);
    }

    /** The first revisions of many new assignments of one client, and their tasks; each in one statement. */
    void beginAll(Caller caller, UUID client, Map<UUID, ScheduleView> schedules, List<TaskMaker.DueTask> dueTasks)
            throws SQLException {
        var now = clock.instant();
        book.begin(schedules, caller.id(), now);
        maker.make(dueTasks);
        capping.keep(client, now);
    }

    /** The next revision; the assignment is held by the caller. */
    void revise(Caller caller, Assignment assignment, ScheduleView schedule, ScheduleChange why) throws SQLException {
        revise(caller, assignment, schedule, why, null);
    }

    /** With what was said about it. */
    void revise(Caller caller, Assignment assignment, ScheduleView schedule, ScheduleChange why, @Nullable String note)
            throws SQLException {
        revise(caller, assignment, schedule, why, note, Instant.MIN);
    }

    /** Where work goes on after a pause: with tasks only that open after a moment. */
    void resume(Caller caller, Assignment assignment, ScheduleView schedule, Instant after, ScheduleChange why)
            throws SQLException {
        revise(caller, assignment, schedule, why, null, after);
    }

    private void revise(
            Caller caller,
            Assignment assignment,
            ScheduleView schedule,
            ScheduleChange why,
            @Nullable String note,
            Instant after)
            throws SQLException {
        var now = clock.instant();
        assignment.scheduleRevision++;
        assignment.timeZone = schedule.timeZone();
        book.add(assignment, schedule, why, note, caller.id(), now);
        tasks.withdrawUntouched(assignment.id, now);
        var opened = tasks.findLastTouched(assignment.id, now);
        var reach =
                Horizon.at(now).reach(assignment.id, assignment.clientId, assignment.scheduleRevision, schedule, null);
        assignment.materialisedTo = reach.madeTo();
        maker.make(reach.tasks().stream()
                .filter(task -> task.window().closesAt().isAfter(now))
                .filter(task -> task.window().opensAt().isAfter(after))
                .filter(task -> opened.isEmpty() || isLater(task.window(), opened.get(), why))
                .toList());
        capping.keep(assignment.clientId, now);
    }

    /** After what stays as it is; in another zone the same wall time is the same task, whatever instant it is there. */
    private static boolean isLater(Window window, Task last, ScheduleChange why) {
        return why == ScheduleChange.ZONE_CHANGED
                ? window.local().isAfter(last.startsLocal)
                : window.opensAt().isAfter(last.opensAt);
    }

    /** On after a pause: what closed meanwhile is not made, however long it was. */
    void goOn(Assignment assignment) throws SQLException {
        if (assignment.materialisedTo == null) {
            return;
        }
        var now = clock.instant();
        var reach = Horizon.at(now)
                .reach(
                        assignment.id,
                        assignment.clientId,
                        assignment.scheduleRevision,
                        book.of(assignment),
                        assignment.materialisedTo);
        maker.make(reach.tasks().stream()
                .filter(task -> task.window().closesAt().isAfter(now))
                .toList());
        assignment.materialisedTo = reach.madeTo();
    }

    /** The same wall times in the zone where the client lives now. */
    void moveTo(Caller caller, Assignment assignment, ScheduleView kept, ZoneId zone) throws SQLException {
        revise(caller, assignment, kept.with(kept.engine().in(zone)), ScheduleChange.ZONE_CHANGED);
        tell(caller, assignment);
    }

    /** That it lies otherwise now. */
    void tell(Caller caller, Assignment one) {
        outbox.put("assignment.rescheduled", one.id, one.clientId, Map.of("revision", one.scheduleRevision));
        audit.wrote(caller, "assignment.rescheduled", "assignment", one.id, one.clientId);
    }

    /** What came of work whose anchor moved. */
    private enum Followed {
        MOVED,
        STAYED,
        /** It had stayed before, and its anchor came back. */
        THERE_ALREADY
    }

    /** All that hangs on what moved goes along. That it did is told, and that it stayed. */
    void follow(Caller caller, List<Assignment> hung, Anchor anchor, ScheduleChange why) throws SQLException {
        if (hung.isEmpty()) {
            return;
        }
        var schedules = book.current(hung.stream().map(one -> one.id).toList());
        for (var one : hung) {
            switch (follow(caller, one, schedules.require(one), anchor, why)) {
                case MOVED -> tell(caller, one);
                case STAYED -> outbox.put("assignment.not-moved", one.id, one.clientId, Map.of());
                case THERE_ALREADY -> {}
            }
        }
    }

    /** As far from what it hangs on as before, wherever that is now; it stays where the schedule would end before it starts, too. */
    private Followed follow(Caller caller, Assignment assignment, ScheduleView kept, Anchor anchor, ScheduleChange why)
            throws SQLException {
        var schedule = kept.engine();
        var offset = Objects.requireNonNull(kept.anchor()).offset();
        var start = Plan.shifted(anchor.in(schedule.zone()), offset);
        if (start.equals(schedule.start())) {
            return Followed.THERE_ALREADY;
        }
        Schedule moved;
        try {
            moved = schedule.from(start);
        } catch (BadSchedule over) {
            return Followed.STAYED;
        }
        if (stays(assignment, kept, moved)) {
            return Followed.STAYED;
        }
        if (assignment.pausedAt != null) {
            tasks.withdrawOpenedSince(assignment.id, assignment.pausedAt, clock.instant());
        }
        revise(caller, assignment, kept.with(moved), why);
        return Followed.MOVED;
    }

    /**
     * Whether it would not go along to there: what is given once has opened, or all of it would be over. What opened while it was paused, nobody could do, so
     * that it has not opened.
     */
    boolean stays(Assignment assignment, ScheduleView kept, Schedule there) {
        var now = clock.instant();
        var since = Objects.requireNonNullElse(assignment.pausedAt, now);
        return isOver(there, now)
                || (!Horizon.recurs(kept)
                        && tasks.findLastTouched(assignment.id, since).isPresent());
    }

    /** Whether a schedule would give anything that can still be done. */
    static boolean isOver(Schedule schedule, Instant now) {
        return schedule.occurrences()
                .noneMatch(occurrence -> occurrence.window().closesAt().isAfter(now));
    }
}
