package dev.kith.program;

import dev.kith.problem.Problem;
import dev.kith.problem.ProblemException;
import dev.kith.program.ProgramDefinition.Step;
import dev.kith.security.Caller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Lays the steps of a program out over the days of one client. */
final class Layout {
    private Layout() {}

    /** All steps that the client is to have, and those that are left out on purpose; 422 for what the program does not have. */
    static List<EnrollmentStep> of(
            Caller caller, Enrollment enrollment, ProgramDefinition program, EnrolClient request, Instant now) {
        check(program, request);
        var rows = new ArrayList<EnrollmentStep>();
        for (var step : program.steps()) {
            var added = request.added().contains(step.code());
            if (step.optional() && !added) {
                continue;
            }
            var row = new EnrollmentStep(enrollment.id, program, step, 1, enrollment.startsOn.plusWeeks(step.week()));
            request.chosen().stream()
                    .filter(one -> one.step().equals(step.code()))
                    .findFirst()
                    .ifPresent(one -> row.workKey = one.key());
            if (added) {
                Courses.requirePerson(caller);
                row.open(caller, now);
            }
            if (request.left().contains(step.code())) {
                if (step.type() == StepType.REVIEW) {
                    Courses.requirePerson(caller);
                }
                row.over(StepState.SKIPPED, caller.id(), request.reason(), now);
            }
            rows.add(row);
        }
        return rows;
    }

    private static void check(ProgramDefinition program, EnrolClient request) {
        var faults = new ArrayList<Problem.Fault>();
        for (var i = 0; i < request.added().size(); i++) {
            named(program, request.added().get(i), "/adds/" + i, Step::optional, "not-optional", faults);
        }
        for (var i = 0; i < request.left().size(); i++) {
            named(program, request.left().get(i), "/leaves/" + i, step -> true, "", faults);
        }
        for (var i = 0; i < request.chosen().size(); i++) {
            var one = request.chosen().get(i);
            named(
                    program,
                    one.step(),
                    "/instead/" + i,
                    step -> step.alternatives().contains(one.key()),
                    "no-alternative",
                    faults);
        }
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
    }

    private static void named(
            ProgramDefinition program,
            String code,
            String at,
            Predicate<Step> fits,
            String otherwise,
            List<Problem.Fault> faults) {
        var step = program.step(code).orElse(null);
        var wrong = wrong(step, fits, otherwise);
        if (wrong != null) {
            faults.add(new Problem.Fault(at, wrong, "The program has no such step for this."));
        }
    }

    private static @Nullable String wrong(@Nullable Step step, Predicate<Step> fits, String otherwise) {
        if (step == null) {
            return "unknown-step";
        }
        return fits.test(step) ? null : otherwise;
    }
}
