package dev.kith.program;

import dev.kith.assignment.ProgramChoice;
import dev.kith.assignment.ProgramWork;
import dev.kith.assignment.ProgramWork.StepWork;
import dev.kith.program.ProgramDefinition.Step;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;

/** Gives the steps whose gates are open, many at once. In its caller's transaction. */
@ApplicationScoped
class Progression {
    @Inject
    FactBook factBook;

    @Inject
    ProgramChoice choice;

    @Inject
    ProgramWork work;

    /** How the gates of all that is neither over nor given stand now. */
    List<Judged> judge(Course course) throws SQLException {
        var facts = factBook.of(course.enrollment(), course.definition(), course.steps());
        return course.steps().stream()
                .filter(row -> !row.state().isOver() && row.state() != StepState.ASSIGNED)
                .map(row -> judge(course, row, facts))
                .toList();
    }

    private Judged judge(Course course, EnrollmentStep row, Facts facts) {
        var step = course.step(row);
        var gates = new ArrayList<>(GateJudge.of(course.definition(), step, row.openedAt != null, facts));
        if (row.workKey != null) {
            choice.against(StepWorks.of(step, row.workKey, row.plannedOn), Objects.requireNonNull(facts.allowance()))
                    .ifPresent(against -> gates.add(GateState.ofExercise(
                            against.gate() ? "exercise-gate-closed" : against.reason(),
                            against.gate() ? against.reason() : null)));
        }
        return new Judged(row, step, gates, gates.stream().allMatch(GateState::open));
    }

    /** At the beginning: each in its own week, also where that has begun already; weeks that are over are left out. */
    void begin(Caller caller, Course course) throws SQLException {
        for (var row : course.steps()) {
            var step = course.step(row);
            if (!row.state().isOver() && row.workKey != null && isPast(course, step, row)) {
                row.over(StepState.SKIPPED, caller.id(), null, course.enrollment().madeAt);
            }
        }
        advance(caller, course, row -> row.plannedOn);
    }

    boolean isPast(Course course, Step step, EnrollmentStep row) {
        var asked = StepWorks.of(step, Objects.requireNonNull(row.workKey), row.plannedOn);
        return row.plannedOn.isBefore(course.today())
                && choice.dates(asked, course.client().timeZone()).isEmpty();
    }

    /** Later on: in its week, or from today where that has passed. */
    void advance(Caller caller, Course course) throws SQLException {
        advance(caller, course, row -> later(row.plannedOn, course.today()));
    }

    private void advance(Caller caller, Course course, Function<EnrollmentStep, LocalDate> start) throws SQLException {
        if (!course.enrollment().goesOn()) {
            return;
        }
        var given = new ArrayList<Judged>();
        var before = course.steps().stream().map(row -> row.state).toList();
        for (var judged : judge(course)) {
            var row = judged.row();
            if (!judged.ready()) {
                row.state = StepState.WAITING.code();
            } else if (row.workKey == null) {
                row.state = StepState.PLANNED.code();
            } else if (row.assignmentId == null) {
                row.startsOn = start.apply(row);
                given.add(judged);
            } else {
                giveBack(caller, course, row);
            }
        }
        give(caller, course, given);
        if (!course.steps().stream().map(row -> row.state).toList().equals(before)) {
            course.enrollment().events++; // its readers see another state, whether or not anybody is told of it
        }
    }

    private void give(Caller caller, Course course, List<Judged> given) throws SQLException {
        var works = given.stream()
                .map(one -> new StepWork(
                        one.row().step,
                        StepWorks.of(
                                one.step(),
                                Objects.requireNonNull(one.row().workKey),
                                Objects.requireNonNull(one.row().startsOn))))
                .toList();
        var made = work.give(caller, course.client(), course.enrollment().id, works);
        for (var i = 0; i < given.size(); i++) {
            given.get(i).row().assignmentId = made.get(i);
            given.get(i).row().state = StepState.ASSIGNED.code();
        }
    }

    /** It was held back before it opened: from its week, or from today where that has passed. */
    private void giveBack(Caller caller, Course course, EnrollmentStep row) throws SQLException {
        var assignment = List.of(Objects.requireNonNull(row.assignmentId));
        var before = Objects.requireNonNull(row.startsOn);
        row.startsOn = later(row.plannedOn, course.today());
        work.resume(caller, assignment);
        work.move(caller, assignment, row.startsOn.toEpochDay() - before.toEpochDay());
        row.state = StepState.ASSIGNED.code();
    }

    /** Moves these steps, of which nothing has opened, with their work. */
    void move(Caller caller, Course course, long days, Predicate<EnrollmentStep> which) throws SQLException {
        var moved = course.steps().stream().filter(which).toList();
        work.move(caller, course.work(moved::contains), days);
        moved.forEach(row -> row.move(days));
    }

    /** Of what waits for a clinician's word, nothing that has not opened yet opens until it is given back. */
    void holdBack(Caller caller, Course course) throws SQLException {
        var held = course.steps().stream()
                .filter(row -> row.state() == StepState.ASSIGNED && course.isToCome(row))
                .filter(row ->
                        course.enrollment().concernHolds || course.step(row).waitsForConcern())
                .toList();
        work.holdBack(caller, course.work(held::contains));
        held.forEach(row -> row.state = StepState.WAITING.code());
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }
}
