package dev.kith.content;

import java.util.Locale;

/** Where a version is in its life. */
public enum VersionState {
    DRAFT,
    PUBLISHED,
    RETIRED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static VersionState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
