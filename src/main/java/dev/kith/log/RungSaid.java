package dev.kith.log;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A log is being completed or corrected that may have been done on a ladder; fired before it is stored, so that it can keep whether
 * its number counts.
 *
 * @param log as it will be
 * @param meant takes the word of whoever knows rungs
 */
public record RungSaid(LoggedWork log, Meant meant) {

    /** Which rung it was; nothing is said of a log that is on no ladder. */
    public static final class Meant {
        private @Nullable UUID rung;
        private @Nullable Boolean counted;

        public void say(Optional<UUID> found, boolean byNumber) {
            rung = found.orElse(null);
            counted = byNumber ? found.isPresent() : null;
        }

        public Optional<UUID> rung() {
            return Optional.ofNullable(rung);
        }

        /** Whether the number that the log says counts; null where it says none, or names its rung. */
        @Nullable
        Boolean counted() {
            return counted;
        }
    }
}
