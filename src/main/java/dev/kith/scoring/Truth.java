package dev.kith.scoring;

import org.jspecify.annotations.Nullable;

/** What can be said of a condition: that it holds, that it does not, or, because something was not answered, neither. */
public enum Truth {
    TRUE,
    FALSE,
    UNKNOWN;

    static Truth of(boolean holds) {
        return holds ? TRUE : FALSE;
    }

    /** True, false, or null for unknown. */
    public @Nullable Boolean met() {
        return this == UNKNOWN ? null : Boolean.valueOf(this == TRUE);
    }
}
