package dev.kith.response;

import dev.kith.definition.CanonicalJson;
import dev.kith.response.ResponseScored.FiredRule;
import dev.kith.scoring.AlertRule;
import dev.kith.scoring.Given;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What rules fired on, as others are told of it: a mark, so that whoever keeps it need not know what was said. */
final class Evidence {
    private Evidence() {}

    /**
     * Of what was completed: new is what the draft did not say. The draft may not have been told of, since some rules wait for all answers. Of what was amended,
     * all is new.
     *
     * @param before the draft; null where there was none, and of what was amended
     */
    static List<FiredRule> completing(List<AlertRule> fired, Given given, @Nullable Given before) {
        return compared(fired, given, before, FiredRule::heard);
    }

    /** Of what is not kept, and may have been told before. */
    static List<FiredRule> heard(List<AlertRule> fired, Given given) {
        return fired.stream()
                .map(rule -> FiredRule.heard(rule, mark(rule, given)))
                .toList();
    }

    /**
     * Of what one day's draft stands for, with which no other was told: the same again is no new evidence, the same answers from
     * another sending are.
     *
     * @param sending what it was sent as
     * @param sentTo what it was sent to
     */
    static List<FiredRule> heardOf(String sending, UUID sentTo, List<AlertRule> fired, Given given) {
        return fired.stream()
                .map(rule ->
                        FiredRule.heardOf(rule, CanonicalJson.checksum(sending + ": " + mark(rule, given)), sentTo))
                .toList();
    }

    /**
     * Of a draft: new is what the one so far did not say.
     *
     * @param before the one so far; null for the first
     */
    static List<FiredRule> ofDraft(List<AlertRule> fired, Given given, @Nullable Given before) {
        return compared(fired, given, before, (rule, mark) -> FiredRule.again(rule));
    }

    /** @param unchanged what becomes of a rule that looked at the same before, and its mark */
    private static List<FiredRule> compared(
            List<AlertRule> fired,
            Given given,
            @Nullable Given before,
            BiFunction<AlertRule, String, FiredRule> unchanged) {
        return fired.stream()
                .map(rule -> {
                    var mark = mark(rule, given);
                    return before != null && mark.equals(mark(rule, before))
                            ? unchanged.apply(rule, mark)
                            : FiredRule.anew(rule, mark);
                })
                .toList();
    }

    private static String mark(AlertRule rule, Given given) {
        return CanonicalJson.checksum(rule.evidence(given));
    }
}
