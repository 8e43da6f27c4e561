package dev.kith.assignment;

import dev.kith.audit.Audit;
import dev.kith.client.ClientRecord;
import dev.kith.outbox.Outbox;
import dev.kith.practice.PracticeDirectory;
import dev.kith.security.Caller;
import dev.kith.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The door for programs: the work of many steps given at once, in a few statements however many, and moved, paused and ended together. In its caller's
 * transaction; the caller has asked whose client it is.
 */
@ApplicationScoped
public class ProgramWork {
    @Inject
    Assignments assignments;

    @Inject
    Assigning assigning;

    @Inject
    Giving giving;

    @Inject
    PracticeDirectory practice;

    @Inject
    Tasks tasks;

    @Inject
    Scheduling scheduling;

    @Inject
    Postponing postponing;

    @Inject
    GateHolding holding;

    @Inject
    ScheduleBook book;

    @Inject
    Audit audit;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /** The work of one step. */
    public record StepWork(String step, AssignWork work) {}

    /** Gives all of it; windows that have closed are left out. The assignments, in order. */
    public List<UUID> give(Caller caller, ClientRecord client, UUID enrollment, List<StepWork> works)
            throws SQLException {
        if (works.isEmpty()) {
            return List.of();
        }
        var now = clock.instant();
        var own = practice.current();
        var made = new ArrayList<Assignment>();
        var schedules = new LinkedHashMap<UUID, ScheduleView>();
        var due = new ArrayList<TaskMaker.DueTask>();
        for (var one : works) {
            var plan = Plan.of(one.work().schedule(), one.work().dose(), client.timeZone(), null, now);
            var assignment = new Assignment(Ids.next(), client.id(), giving.givable(one.work(), own), caller.id(), now);
            assignment.versionPolicy = VersionPolicy.PINNED.code();
            assignment.timeZone = plan.kept().timeZone();
            assignment.followsClientZone = plan.followsClient();
            assignment.enrollmentId = enrollment;
            assignment.enrollmentStep = one.step();
            var reach =
                    Horizon.at(now).reach(assignment.id, client.id(), assignment.scheduleRevision, plan.kept(), null);
            assignment.materialisedTo = reach.madeTo();
            reach.tasks().stream()
                    .filter(task -> task.window().closesAt().isAfter(now))
                    .forEach(due::add);
            schedules.put(assignment.id, plan.kept());
            made.add(assignment);
        }
        assignments.persist(made);
        assignments.flush(); // before their schedules and tasks, which are not made through Hibernate
        scheduling.beginAll(caller, client.id(), schedules, due);
        for (var one : made) {
            var work = one.work();
            outbox.put(
                    "assignment.created",
                    one.id,
                    client.id(),
                    Map.of(work.isExercise() ? "exercise" : "questionnaire", work.key()));
            audit.wrote(caller, "assignment.created", "assignment", one.id, client.id());
        }
        return made.stream().map(one -> one.id).toList();
    }

    /** Moves what has not opened of these by so many days; what has opened stays, but for what did so while it was paused. */
    public void move(Caller caller, Collection<UUID> ids, long days) throws SQLException {
        var all = assignments.stillGoing(ids);
        if (days == 0 || all.isEmpty()) {
            return;
        }
        var schedules = book.current(all.stream().map(one -> one.id).toList());
        for (var one : all) {
            postponing.later(caller, one, schedules.require(one), days, ScheduleChange.PROGRAM_MOVED);
        }
        assignments.flush();
    }

    /**
     * Pauses those of these that run. What a gate holds is the program's to give back from now on, and held since the gate held it: with all else it goes on,
     * where the gate is open by then.
     */
    public void pause(Caller caller, Collection<UUID> ids, @Nullable String reason) throws SQLException {
        var all = assignments.stillGoing(ids);
        all.stream().filter(one -> one.isHeldBy(HeldBy.GATE)).forEach(one -> one.passTo(HeldBy.PROGRAM));
        become(caller, all, one -> one.state() == AssignmentState.ACTIVE, AssignmentState.PAUSED, reason);
    }

    /**
     * Lets those of these go on that were paused since then; what somebody paused before stays so. What was open then stays open for so many days more, and
     * all else comes so many days later. What a gate held by then goes on from where that stopped it. Whose gate was closed meanwhile is held.
     *
     * @param ids without what the program held back before
     */
    public void resumeLater(Caller caller, Collection<UUID> ids, Instant since, long days) throws SQLException {
        var going = assignments.stillGoing(ids);
        var held = going.stream().filter(one -> one.isHeldBy(HeldBy.PROGRAM)).toList();
        var all = going.stream().filter(one -> one.heldBy == null).toList();
        var paused = all.stream()
                .filter(one -> one.state() == AssignmentState.PAUSED
                        && !Objects.requireNonNull(one.pausedAt).isBefore(since))
                .toList();
        for (var one : paused) {
            tasks.openAt(one.id, since).forEach(task -> task.staysOpenLonger(days));
        }
        become(caller, paused, one -> true, AssignmentState.ACTIVE, null);
        if (days != 0 && !all.isEmpty()) {
            var schedules = book.current(all.stream().map(one -> one.id).toList());
            for (var one : all) {
                var after = since.atZone(ZoneId.of(one.timeZone)).plusDays(days).toInstant();
                postponing.later(caller, one, schedules.require(one), days, since, after, ScheduleChange.PROGRAM_MOVED);
            }
        }
        for (var one : held) {
            goOn(caller, one, since, days);
        }
        assignments.flush();
        if (!paused.isEmpty() || !held.isEmpty()) {
            holding.look(caller, going.get(0).clientId);
            assigning.settle(going.get(0).clientId);
        }
    }

    /** What had not begun when the program was paused comes as much later as all else. Its gate holds it again, where that is closed: as from the first. */
    private void goOn(Caller caller, Assignment one, Instant since, long days) throws SQLException {
        var kept = book.of(one);
        if (days != 0 && !Postponing.hadBegun(one, kept, since)) {
            postponing.later(caller, one, kept, days, ScheduleChange.PROGRAM_MOVED);
            assignments.flush(); // before its schedule is read again
        }
        if (holding.isClosed(one)) {
            one.passTo(HeldBy.GATE);
        } else {
            postponing.goOn(caller, one, ScheduleChange.PROGRAM_MOVED);
        }
    }

    /** Ends these for good; tasks that nobody answered are withdrawn. */
    public void end(Caller caller, Collection<UUID> ids, @Nullable String reason) throws SQLException {
        become(caller, assignments.stillGoing(ids), one -> true, AssignmentState.ENDED, reason);
    }

    /** Of these, which are of one client, those that are so. */
    private void become(
            Caller caller,
            List<Assignment> all,
            Predicate<Assignment> which,
            AssignmentState to,
            @Nullable String reason)
            throws SQLException {
        var changed = all.stream().filter(which).toList();
        for (var one : changed) {
            assigning.become(caller, one, to, reason);
        }
        if (!changed.isEmpty()) {
            assigning.settle(changed.get(0).clientId);
        }
    }
}
