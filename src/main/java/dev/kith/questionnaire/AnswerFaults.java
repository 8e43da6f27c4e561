package dev.kith.questionnaire;

import dev.kith.definition.AnswerCheck;
import dev.kith.definition.AnswerFault;
import dev.kith.definition.Answers;
import dev.kith.problem.Problem;
import dev.kith.problem.ProblemException;
import dev.kith.problem.ProblemType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Refuses answers that a version does not take, each with its pointer below {@code /answers}. */
public final class AnswerFaults {
    private AnswerFaults() {}

    /** 400 when one has the wrong JSON type, else 422. */
    public static Answers requireDraft(Published published, Map<String, ? extends @Nullable Object> answers) {
        refuse(AnswerCheck.faultsOfDraft(published.definition(), answers));
        return Answers.of(published.definition(), answers);
    }

    /** As for a draft, and all that completing needs. */
    public static Answers requireComplete(Published published, Map<String, ? extends @Nullable Object> answers) {
        refuse(AnswerCheck.faultsOfComplete(published.definition(), answers));
        return Answers.of(published.definition(), answers);
    }

    /** For history: what was answered must fit, and something must have been. */
    public static Answers requireBrought(Published published, Map<String, ? extends @Nullable Object> answers) {
        refuse(AnswerCheck.faultsOfBrought(published.definition(), answers));
        return Answers.of(published.definition(), answers);
    }

    private static void refuse(List<AnswerFault> faults) {
        if (faults.isEmpty()) {
            return;
        }
        var told = faults.stream()
                .map(fault -> new Problem.Fault(pointer(fault.linkId()), fault.code(), fault.detail()))
                .toList();
        var type = faults.stream().anyMatch(AnswerFault::malformed) ? ProblemType.MALFORMED : ProblemType.INVALID;
        throw new ProblemException(type, "The answers do not fit the questionnaire.", told);
    }

    private static String pointer(String linkId) {
        return linkId.isEmpty()
                ? "/answers"
                : "/answers/" + linkId.replace("~", "~0").replace("/", "~1");
    }
}
