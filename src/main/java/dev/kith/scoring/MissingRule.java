package dev.kith.scoring;

import java.math.BigDecimal;
import java.util.List;

/** When a scale still counts although answers are missing. */
public sealed interface MissingRule {

    /** Whether so few are enough. */
    boolean allows(int answered, int asked);

    /** Every item must be answered. */
    record Strict() implements MissingRule {
        @Override
        public boolean allows(int answered, int asked) {
            return answered == asked;
        }
    }

    /** At most so many may be missing; the rest stands for them (prorating by the mean of the answered). */
    record AtMost(int missing) implements MissingRule {
        public AtMost {
            if (missing < 1) {
                throw new IllegalArgumentException("to allow no missing answer, say strict");
            }
        }

        @Override
        public boolean allows(int answered, int asked) {
            return asked - answered <= missing;
        }
    }

    /** This share of what was asked must be answered, more than 0 and less than 1; the rest stands for what is missing. */
    record Share(BigDecimal answered) implements MissingRule {
        public Share {
            if (answered.signum() <= 0 || answered.compareTo(BigDecimal.ONE) >= 0) {
                throw new IllegalArgumentException("a share lies between 0 and 1; to ask for all, say strict");
            }
        }

        @Override
        public boolean allows(int have, int asked) {
            return answered.multiply(BigDecimal.valueOf(asked)).compareTo(BigDecimal.valueOf(have)) <= 0;
        }
    }

    /** So many must be answered and each named scale must be valid by its own rule. */
    record Subscales(int answered, List<String> valid) implements MissingRule {
        public Subscales {
            valid = List.copyOf(valid);
        }

        @Override
        public boolean allows(int have, int asked) {
            return have >= answered;
        }
    }
}
