package dev.kith.program;

import dev.kith.assignment.HeldWork;
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

/** Gives the steps whose gates are open, many at once, and holds back those whose gates have closed. In its caller's transaction. */
@ApplicationScoped
class Progression {
    @Inject
    FactBook factBook;

    @Inject
    ProgramChoice choice;

    @Inject
    ProgramWork work;

    @Inject
    HeldWork heldWork;

    Facts facts(Course course) throws SQLException {
        return factBook.of(course.enrollment(), course.definition(), course.steps());
    }

    /** How the gates of all that is neither over nor given stand now. */
    List<Judged> judge(Course course) throws SQLException {
        return judge(course, facts(course));
    }

    private List<Judged> judge(Course course, Facts facts) {
        return course.steps().stream()
                .filter(row -> !row.state().isOver() && row.state() != StepState.ASSIGNED)
                .map(row -> judge(course, row, facts))
                .toList();
    }

    private Judged judge(Course course, EnrollmentStep row, Facts facts) {
        var step = course.step(row);
        var gates = new ArrayList<>(GateJudge.of(course.definition(), step, row.openedAt != null, facts));
        if (row.assignmentId != null) { // whether it could be given anew does not matter: it keeps its version
            var closed = facts.closed().get(row.assignmentId);
            if (closed != null) {
                gates.add(GateState.ofExercise("exercise-gate-closed", closed));
            }
        } else if (row.workKey != null) {
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
        advance(caller, course, facts(course), row -> row.plannedOn);
    }

    boolean isPast(Course course, Step step, EnrollmentStep row) {
        var asked = StepWorks.of(step, Objects.requireNonNull(row.workKey), row.plannedOn);
        return row.plannedOn.isBefore(course.today())
                && choice.dates(asked, course.client().timeZone()).isEmpty();
    }

    /** Later on: in its week, or from today where that has passed. */
    void advance(Caller caller, Course course, Facts facts) throws SQLException {
        advance(caller, course, facts, row -> later(row.plannedOn, course.today()));
    }

    private void advance(Caller caller, Course course, Facts facts, Function<EnrollmentStep, LocalDate> start)
            throws SQLException {
        if (!course.enrollment().goesOn()) {
            return;
        }
        var given = new ArrayList<Judged>();
        var givenBack = false;
        for (var judged : judge(course, facts)) {
            var row = judged.row();
            if (!judged.ready()) {
                row.state = StepState.WAITING.code();
                row.blockedBy = Blocked.by(course, judged).orElse(null);
                continue;
            }
            row.blockedBy = null;
            if (row.workKey == null) {
                row.state = StepState.PLANNED.code();
            } else if (row.assignmentId == null) {
                row.startsOn = start.apply(row);
                given.add(judged);
            } else {
                giveBack(caller, course, row);
                givenBack = true;
            }
        }
        if (givenBack) {
            heldWork.settle(caller, course.client().id());
        }
        give(caller, course, given);
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

    /** What was held before it opened: from its week, or from today where that has passed. What had begun: from where it stopped. */
    private void giveBack(Caller caller, Course course, EnrollmentStep row) throws SQLException {
        var assignment = Objects.requireNonNull(row.assignmentId);
        if (row.hasBegun(course.today())) {
            heldWork.goOn(caller, assignment);
        } else {
            var before = Objects.requireNonNull(row.startsOn);
            row.startsOn = later(row.plannedOn, course.today());
            heldWork.giveBack(caller, assignment, row.startsOn.toEpochDay() - before.toEpochDay());
        }
        row.heldOn = null;
        row.state = StepState.ASSIGNED.code();
    }

    /** Moves these steps, of which nothing has opened, with their work. */
    void move(Caller caller, Course course, long days, Predicate<EnrollmentStep> which) throws SQLException {
        var moved = course.steps().stream().filter(which).toList();
        work.move(caller, course.work(moved::contains), days);
        moved.forEach(row -> row.move(days));
    }

    /**
     * Of what was given and must not go on now, nothing more opens until it is given back: what has not begun and whose gates are closed by now, or waits for
     * a clinician's word; and, begun or not, what a gate of the exercise itself or a signal keeps the client from. Those that a gate holds, beyond a critical answer.
     */
    List<EnrollmentStep> holdBack(Caller caller, Course course, Facts facts) throws SQLException {
        var held = new ArrayList<EnrollmentStep>();
        var byGate = new ArrayList<EnrollmentStep>();
        for (var row : course.steps()) {
            if (row.state() != StepState.ASSIGNED) {
                continue;
            }
            var closed = closed(course, row, facts);
            var heldByGate = closed.stream()
                    .anyMatch(gate -> gate.kind().holdsWhatHasBegun()
                            || (gate.kind() != GateKind.NO_CRITICAL_ALERT && course.isToCome(row)));
            var waits = course.isToCome(row) && (course.enrollment().concernHolds || !closed.isEmpty());
            if (heldByGate || waits) {
                held.add(row);
            }
            if (heldByGate) {
                byGate.add(row);
            }
        }
        heldWork.hold(caller, course.work(held::contains));
        held.forEach(row -> row.hold(course.today()));
        return byGate;
    }

    private List<ProgramGate> closed(Course course, EnrollmentStep row, Facts facts) {
        return judge(course, row, facts).gates().stream()
                .filter(gate -> !gate.open())
                .map(GateState::gate)
                .toList();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }
}
