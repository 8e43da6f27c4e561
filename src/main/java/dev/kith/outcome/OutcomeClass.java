package dev.kith.outcome;

import dev.kith.change.Change;
import dev.kith.change.ChangeModel;
import dev.kith.change.ReliableChange;
import dev.kith.outcome.Pairs.Pair;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How it went with one client, as {@link ReliableChange} judges it. Each client counts in one class. */
enum OutcomeClass {
    RECOVERED,
    IMPROVED,
    UNCHANGED,
    DETERIORATED,
    HARMED,
    /** Below the cut-off at the start, and not reliably worse: recovery has no meaning there. */
    NOT_APPLICABLE_BASELINE_SUBCLINICAL;

    private static final List<OutcomeClass> WITHOUT_CUT_OFF = List.of(IMPROVED, UNCHANGED, DETERIORATED);

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Those that can be told apart with what was published: all, the three that need no cut-off, or none. */
    static List<OutcomeClass> knownBy(ChangeModel model) {
        if (ReliableChange.threshold(model) == null) {
            return List.of();
        }
        return model.caseness() == null ? WITHOUT_CUT_OFF : List.of(values());
    }

    /** Null when nothing was published about change. */
    static @Nullable OutcomeClass of(ChangeModel model, Pair pair) {
        var change = ReliableChange.between(model, pair.first(), pair.last());
        return change.clinical() == null
                ? reliable(change)
                : valueOf(change.clinical().name());
    }

    private static @Nullable OutcomeClass reliable(Change change) {
        if (change.reliable() == null) {
            return null;
        }
        return switch (change.reliable()) {
            case RELIABLE_IMPROVEMENT -> IMPROVED;
            case NO_RELIABLE_CHANGE -> UNCHANGED;
            case RELIABLE_DETERIORATION -> DETERIORATED;
        };
    }
}
