package dev.kith.log;

import dev.kith.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * A log was completed, or corrected afterwards; fired in the same transaction. What a listener cannot store takes the log back
 * with it.
 *
 * @param rung takes the word of whoever knows rungs
 */
public record LogCompleted(Caller by, LoggedWork log, RungCounted rung) {

    /** Whether the number that the log says for its rung made it a try; null while nobody says. */
    public static final class RungCounted {
        private @Nullable Boolean counted;

        public void say(boolean counts) {
            counted = counts;
        }

        @Nullable
        Boolean said() {
            return counted;
        }
    }
}
