package dev.kith.program;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kith.definition.Absent;
import dev.kith.definition.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One version of a program: steps over weeks.
 *
 * @param code the library's short name; null for a practice's own
 * @param languages those that every text here has; the first is the original
 * @param label what must stand beside it everywhere; null when nothing must
 * @param weeks how many it takes; week 0 is for getting ready
 * @param followUpWeeks later weeks in which something is asked once more
 * @param pace for the client: who sets the pace, and that going back is part of it
 * @param culture a word on what the program does not claim
 * @param contraindications when not to give it: for clinicians
 * @param gates what must be so before any further step is given
 */
record ProgramDefinition(
        String key,
        int version,
        @Nullable String code,
        List<String> languages,
        Text title,
        Text purpose,
        @Nullable Text label,
        int weeks,
        List<Integer> followUpWeeks,
        List<String> approaches,
        List<String> domains,
        @Nullable Suggestion suggestedWhen,
        @Nullable Text pace,
        @Nullable Text culture,
        List<Text> cautions,
        List<Text> contraindications,
        List<ProgramGate> gates,
        List<Step> steps) {

    ProgramDefinition {
        languages = Absent.empty(languages);
        followUpWeeks = Absent.empty(followUpWeeks);
        approaches = Absent.empty(approaches);
        domains = Absent.empty(domains);
        cautions = Absent.empty(cautions);
        contraindications = Absent.empty(contraindications);
        gates = Absent.empty(gates);
        steps = Absent.empty(steps);
    }

    /** A score with which somebody may think of it; it decides nothing. */
    record Suggestion(
            String questionnaire,
            String scale,
            @Nullable BigDecimal atLeast,
            @Nullable BigDecimal atMost,
            Text text) {}

    /**
     * One step.
     *
     * @param key of the questionnaire, the exercise or the reading card; null for what is the clinician's
     * @param dose how often within its week, on whatever days; null: once, or by its schedule
     * @param optional given only where a clinician adds it
     * @param repeatable may be given again
     * @param alternatives keys that may be given instead
     * @param mayReturnTo weeks that a review may lead back to
     * @param words for the client
     * @param note for the clinicians
     */
    record Step(
            String code,
            int week,
            StepType type,
            @Nullable String key,
            @Nullable StepDose dose,
            @Nullable StepSchedule schedule,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean optional,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean repeatable,
            List<String> alternatives,
            List<ProgramGate> gates,
            List<Integer> mayReturnTo,
            Text words,
            @Nullable Text note) {
        Step {
            alternatives = Absent.empty(alternatives);
            gates = Absent.empty(gates);
            mayReturnTo = Absent.empty(mayReturnTo);
        }

        /** Whether it waits while a critical answer does, whatever the answer is to. */
        boolean waitsForConcern() {
            return gates.stream().anyMatch(gate -> gate.kind() == GateKind.NO_CRITICAL_ALERT);
        }

        /** Whether it gives this, or may. */
        boolean gives(String given) {
            return given.equals(key) || alternatives.contains(given);
        }
    }

    /** So many times a day or a week, for one week. */
    record StepDose(int times, Per per) {
        enum Per {
            DAY,
            WEEK
        }
    }

    /**
     * Days of the week that the step is in.
     *
     * @param days 1 is the day on which the week begins
     * @param at local time of opening; null: when the day starts
     * @param opensFor ISO 8601; null: a day
     */
    record StepSchedule(
            List<Integer> days,
            @Nullable String at,
            @Nullable String opensFor) {
        StepSchedule {
            days = Absent.empty(days);
        }
    }

    /** Whether a critical answer to this questionnaire holds all that is new: the program gives it, or looks at every critical answer. */
    boolean isHeldBy(String questionnaire) {
        return gates.stream().anyMatch(gate -> gate.kind() == GateKind.NO_CRITICAL_ALERT)
                || steps.stream().anyMatch(step -> step.type() == StepType.SCREENER && step.gives(questionnaire));
    }

    /** Whether such an answer is anything to it: it holds all, or some steps wait for a word. */
    boolean heeds(String questionnaire) {
        return isHeldBy(questionnaire) || steps.stream().anyMatch(Step::waitsForConcern);
    }

    Optional<Step> step(String code) {
        return steps.stream().filter(step -> step.code().equals(code)).findFirst();
    }

    /** A step that an enrolment has. */
    Step require(String code) {
        return step(code).orElseThrow(() -> new IllegalStateException("A step that its program does not have"));
    }
}
