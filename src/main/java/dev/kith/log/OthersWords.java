package dev.kith.log;

import dev.kith.exercise.ExerciseDefinition;
import dev.kith.exercise.LogCheck;
import dev.kith.exercise.LogPart;
import dev.kith.exercise.LogValues;
import dev.kith.problem.Problem;
import dev.kith.problem.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody else may correct in a log: numbers and codes. Words, and who helped, stay as they are, read or unread. */
final class OthersWords {
    private OthersWords() {}

    /**
     * What was sent, with the words that stand.
     *
     * @param seen the log as the sender sees it: who sends that back has changed nothing
     * @throws ProblemException 422 at each field of words that says something else
     */
    static LogValues kept(ExerciseDefinition definition, LogValues stands, LogValues seen, LogValues sent) {
        var shown = LogCheck.ofDraft(definition, seen).values();
        var faults = new ArrayList<Problem.Fault>();
        var parts = new LinkedHashMap<LogPart, Map<String, @Nullable Object>>();
        for (var part : LogPart.values()) {
            var kept = new LinkedHashMap<String, @Nullable Object>();
            for (var field : definition.fields(part)) {
                var code = field.code();
                var said = sent.in(part).get(code);
                if (field.type().hasSharing()
                        && said != null
                        && !said.equals(shown.in(part).get(code))) {
                    faults.add(new Problem.Fault(
                            "/" + part.code() + "/" + code, "not-your-words", "are changed by whoever wrote them"));
                }
                var value = field.type().hasSharing() ? stands.in(part).get(code) : said;
                if (value != null) {
                    kept.put(code, value);
                }
            }
            parts.put(part, kept);
        }
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        return LogValues.sent(parts.get(LogPart.BEFORE), parts.get(LogPart.DURING), parts.get(LogPart.AFTER));
    }
}
