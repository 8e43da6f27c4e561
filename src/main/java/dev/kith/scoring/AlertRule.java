package dev.kith.scoring;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * When answers call for a person.
 *
 * @param key names the rule within its questionnaire
 * @param when what must hold for sure; its items need not be scored
 * @param onDraft whether a draft is looked at too; then the condition looks at answers alone
 * @param crisisCard whether the client is shown whom to call, at once
 */
public record AlertRule(String key, Condition when, Severity severity, boolean onDraft, boolean crisisCard) {

    /** CRITICAL: someone must act now. NOTICE: someone should know. */
    public enum Severity {
        CRITICAL,
        NOTICE
    }

    /** The item whose answer it is about; null when it looks at more than one, or at none. */
    public @Nullable String item() {
        var items = Conditions.items(when);
        return items.size() == 1 && looksAtAnswersAlone() ? items.get(0) : null;
    }

    /** The answers that it looks at, in one spelling: the same again is no new evidence. Empty when it looks at none. */
    public String evidence(Given given) {
        return Conditions.items(when).stream()
                .filter(given.answered()::contains)
                .map(item -> item + "=" + given.numbers().get(item))
                .collect(Collectors.joining(" "));
    }

    boolean looksAtAnswersAlone() {
        return Conditions.scales(when).isEmpty() && Conditions.criteria(when).isEmpty();
    }

    boolean fires(Facts facts) {
        return when.in(facts) == Truth.TRUE;
    }
}
