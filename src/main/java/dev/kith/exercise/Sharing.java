package dev.kith.exercise;

import java.util.Locale;
import java.util.Optional;

/** Who may read what a client wrote in their own words. */
public enum Sharing {
    PRIVATE,
    SHARE_AT_SESSION,
    SHARED;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Sharing> of(String code) {
        for (var one : values()) {
            if (one.code().equals(code)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }
}
