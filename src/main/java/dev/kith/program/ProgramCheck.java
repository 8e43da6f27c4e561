package dev.kith.program;

import dev.kith.definition.DefinitionFormat;
import dev.kith.definition.DefinitionTexts;
import dev.kith.definition.Faults;
import dev.kith.definition.Pointers;
import dev.kith.program.ProgramDefinition.Step;
import dev.kith.program.ProgramDefinition.StepDose;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.Set;

/** What a program must fulfil beyond its shape before it may be published. */
final class ProgramCheck {
    static final DefinitionTexts.Names TEXTS = new DefinitionTexts.Names(
            Set.of("title", "purpose", "label", "pace", "culture", "words", "note", "text"),
            Set.of("cautions", "contraindications"));
    private static final int MOST_A_WEEK = 50;

    private ProgramCheck() {}

    static void of(ProgramDefinition definition, Faults faults) {
        DefinitionTexts.checkLanguages(DefinitionFormat.tree(definition), TEXTS, definition.languages(), faults);
        weeks(definition, faults);
        var seen = new HashSet<String>();
        for (var i = 0; i < definition.steps().size(); i++) {
            var step = definition.steps().get(i);
            faults.unless(
                    seen.add(step.code()),
                    Pointers.to("steps", i, "code"),
                    "code-twice",
                    "another step has this code: " + step.code());
            work(step, i, faults);
            amount(step, i, faults);
        }
        StepGateCheck.of(definition, faults);
    }

    /** In the order in which they come, within the weeks that there are. */
    private static void weeks(ProgramDefinition definition, Faults faults) {
        var last = definition.weeks();
        for (var i = 0; i < definition.followUpWeeks().size(); i++) {
            var week = definition.followUpWeeks().get(i);
            faults.unless(
                    week > last, Pointers.to("followUpWeeks", i), "weeks-out-of-order", "comes after week " + last);
            last = week;
        }
        var before = 0;
        for (var i = 0; i < definition.steps().size(); i++) {
            var step = definition.steps().get(i);
            var at = Pointers.to("steps", i, "week");
            faults.unless(
                    isOf(definition, step.week()), at, "unknown-week", "is neither one of the weeks nor a follow-up");
            faults.unless(step.week() >= before, at, "weeks-out-of-order", "the step before it is in week " + before);
            before = Math.max(before, step.week());
            for (var j = 0; j < step.mayReturnTo().size(); j++) {
                var back = step.mayReturnTo().get(j);
                faults.unless(
                        isOf(definition, back) && back <= step.week(),
                        Pointers.to("steps", i, "mayReturnTo", j),
                        "unknown-week",
                        "one can go back only to a week that has been");
            }
        }
    }

    private static boolean isOf(ProgramDefinition definition, int week) {
        return week <= definition.weeks() || definition.followUpWeeks().contains(week);
    }

    private static void work(Step step, int i, Faults faults) {
        if (step.type().isForClient()) {
            faults.unless(step.key() != null, Pointers.to("steps", i, "key"), "key-missing", "say what is given");
        } else {
            var nothing = step.key() == null
                    && step.dose() == null
                    && step.schedule() == null
                    && step.alternatives().isEmpty();
            faults.unless(
                    nothing,
                    Pointers.to("steps", i),
                    "not-for-this-type",
                    "a clinician's step gives the client nothing");
        }
        faults.unless(
                step.type() == StepType.REVIEW || step.mayReturnTo().isEmpty(),
                Pointers.to("steps", i, "mayReturnTo"),
                "not-for-this-type",
                "only a review leads back");
    }

    private static void amount(Step step, int i, Faults faults) {
        var dose = step.dose();
        var schedule = step.schedule();
        if (dose != null) {
            var aWeek = dose.times() * (dose.per() == StepDose.Per.DAY ? 7 : 1);
            faults.unless(
                    step.type() == StepType.EXERCISE,
                    Pointers.to("steps", i, "dose"),
                    "not-for-this-type",
                    "only an exercise has a dose");
            faults.unless(
                    aWeek <= MOST_A_WEEK,
                    Pointers.to("steps", i, "dose", "times"),
                    "dose-too-high",
                    "more than " + MOST_A_WEEK + " times in a week");
            faults.unless(
                    schedule == null, Pointers.to("steps", i), "dose-and-schedule", "say one of the two, not both");
        }
        if (schedule != null) {
            faults.unless(
                    schedule.days().stream().sorted().distinct().toList().equals(schedule.days()),
                    Pointers.to("steps", i, "schedule", "days"),
                    "days-out-of-order",
                    "each day once, in order");
            faults.unless(
                    isTime(schedule.at()), Pointers.to("steps", i, "schedule", "at"), "not-a-time", "a time as 18:30");
        }
    }

    private static boolean isTime(@org.jspecify.annotations.Nullable String text) {
        try {
            return text == null || LocalTime.parse(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
