package dev.kith.scoring;

import java.util.List;

/** When a scale still counts although answers are missing. */
public sealed interface MissingRule {

    /** Every item must be answered. */
    record Strict() implements MissingRule {}

    /** At most so many may be missing; the rest stands for them (prorating by the mean of the answered). */
    record AtMost(int missing) implements MissingRule {
        public AtMost {
            if (missing < 1) {
                throw new IllegalArgumentException("to allow no missing answer, say strict");
            }
        }
    }

    /** So many must be answered and each named scale must be valid by its own rule. */
    record Subscales(int answered, List<String> valid) implements MissingRule {
        public Subscales {
            valid = List.copyOf(valid);
        }
    }
}
