package dev.kith.scoring;

import java.math.RoundingMode;

/** How a value that lies between two that can be shown becomes one of them. */
public enum Rounding {
    /** To the nearer; from the middle away from zero. */
    HALF_UP(RoundingMode.HALF_UP),
    /** To the nearer; from the middle to the one whose last digit is even. */
    HALF_EVEN(RoundingMode.HALF_EVEN),
    /** Away from zero. */
    UP(RoundingMode.UP),
    /** Towards zero. */
    DOWN(RoundingMode.DOWN);

    private final RoundingMode mode;

    Rounding(RoundingMode mode) {
        this.mode = mode;
    }

    RoundingMode mode() {
        return mode;
    }
}
