package dev.kith.log;

import dev.kith.exercise.ExerciseDefinition;
import dev.kith.exercise.LogCheck;
import dev.kith.exercise.LogCheck.Checked;
import dev.kith.exercise.LogFault;
import dev.kith.exercise.LogValues;
import dev.kith.problem.Problem;
import dev.kith.problem.ProblemException;
import dev.kith.problem.ProblemType;

/** Refuses values that an exercise does not take, each with its pointer. */
final class LogFaults {
    private LogFaults() {}

    /** In one spelling; 400 when one has the wrong JSON type, else 422. */
    static LogValues requireDraft(ExerciseDefinition definition, LogValues sent) {
        return require(LogCheck.ofDraft(definition, sent));
    }

    /** As for a draft, and all that completing needs. */
    static LogValues requireComplete(ExerciseDefinition definition, LogValues sent) {
        return require(LogCheck.ofComplete(definition, sent));
    }

    /** As a draft or as complete; who may read the words stays as it stands where the sender does not say. */
    static LogValues require(ExerciseDefinition definition, Sending sent, LogValues stands) {
        var values = Words.sharedAsStands(sent.values(), stands);
        return sent.complete() ? requireComplete(definition, values) : requireDraft(definition, values);
    }

    private static LogValues require(Checked checked) {
        if (checked.faults().isEmpty()) {
            return checked.values();
        }
        var told = checked.faults().stream()
                .map(fault -> new Problem.Fault(fault.pointer(), fault.code(), fault.detail()))
                .toList();
        var type =
                checked.faults().stream().anyMatch(LogFault::malformed) ? ProblemType.MALFORMED : ProblemType.INVALID;
        throw new ProblemException(type, "The values do not fit the exercise.", told);
    }
}
