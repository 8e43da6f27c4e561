package dev.kith.exercise;

import java.util.Locale;
import java.util.Optional;

/** When something is logged. */
public enum LogPart {
    BEFORE,
    DURING,
    AFTER;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How a definition names a field in this part: after.suds. */
    public String place(String field) {
        return code() + "." + field;
    }

    /** The part that a place is in. */
    static Optional<LogPart> of(String place) {
        for (var part : values()) {
            if (place.startsWith(part.code() + ".")) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }
}
