package dev.kith.change;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a rule said: it raised a signal, or found nothing (both null), or could not be judged. The last two are told apart, since silence that comes of
 * missing figures is no all-clear.
 *
 * @param signal what was raised
 * @param reason why it could not be judged
 */
public record Ruling(
        NamedRule rule, @Nullable Signal signal, @Nullable Reason reason) {

    static Ruling raised(
            NamedRule rule,
            Signal.SignalSeverity severity,
            Map<String, BigDecimal> values,
            Signal.Sentence... sentences) {
        return new Ruling(rule, new Signal(rule, severity, new TreeMap<>(values), List.of(sentences)), null);
    }

    static Ruling quiet(NamedRule rule) {
        return new Ruling(rule, null, null);
    }

    static Ruling notJudged(NamedRule rule, Reason reason) {
        return new Ruling(rule, null, reason);
    }
}
