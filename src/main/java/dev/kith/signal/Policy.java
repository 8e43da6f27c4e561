package dev.kith.signal;

import dev.kith.change.SignalThresholds;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * By what a practice looks.
 *
 * @param off rules that it does without
 * @param alerts what else becomes an alert, with its severity: notice, warning or critical
 * @param localModels whether scores are set beside the practice's own closed episodes
 * @param version 0 until the practice writes one
 */
record Policy(
        SignalThresholds thresholds,
        Set<SignalRule> off,
        Map<SignalRule, String> alerts,
        boolean localModels,
        int version) {
    /** Where nothing was said: all rules, by the usual thresholds; a client who gets reliably worse is for somebody to look at. */
    static final Policy USUAL = new Policy(
            SignalThresholds.USUAL,
            EnumSet.noneOf(SignalRule.class),
            Map.of(SignalRule.RELIABLE_DETERIORATION, "notice"),
            false,
            0);

    Policy {
        off = Set.copyOf(off);
        alerts = Map.copyOf(alerts);
    }

    /** Whether the practice looks by it. */
    boolean asks(SignalRule rule) {
        return !off.contains(rule) && (localModels || rule != SignalRule.OUTSIDE_LOCAL_BAND);
    }

    /** Whether any model is worth reading. */
    boolean judgesLocally() {
        return asks(SignalRule.OUTSIDE_LOCAL_BAND);
    }

    /** Null: it stays a signal. */
    @Nullable
    String alertOf(SignalRule rule) {
        return alerts.get(rule);
    }
}
