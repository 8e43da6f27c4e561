package dev.kith.assignment;

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
    void moveTo(Caller caller, Assignment assignment, ZoneId zone) throws SQLException {
        var kept = book.of(assignment);
        revise(caller, assignment, kept.with(kept.engine().in(zone)), ScheduleChange.ZONE_CHANGED);
    }

    /**
     * As far from the appointment as before, wherever that is now. False, and nothing is changed, where work that is given once has opened
     * already, and where the schedule would end before it starts.
     */
    boolean follow(Caller caller, Assignment assignment, Instant appointment) throws SQLException {
        var kept = book.of(assignment);
        if (!Horizon.recurs(kept)
                && tasks.findLastTouched(assignment.id, clock.instant()).isPresent()) {
            return false;
        }
        var anchor = Objects.requireNonNull(kept.anchor());
        var schedule = kept.engine();
        var start = Plan.shifted(appointment.atZone(schedule.zone()).toLocalDateTime(), anchor.offset());
        ScheduleView moved;
        try {
            moved = kept.with(schedule.from(start));
        } catch (BadSchedule over) {
            return false;
        }
        revise(caller, assignment, moved, ScheduleChange.APPOINTMENT_MOVED);
        return true;
    }

    /** Whether a schedule would give anything that can still be done. */
    static boolean isOver(Schedule schedule, Instant now) {
        return schedule.occurrences()
                .noneMatch(occurrence -> occurrence.window().closesAt().isAfter(now));
    }
}
