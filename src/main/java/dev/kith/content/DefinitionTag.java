package dev.kith.content;

import org.jspecify.annotations.Nullable;

/** A definition is one resource in two spellings: each has its tag, and either may be sent back to change it. */
public final class DefinitionTag {
    private static final String YAML = "-yaml\"";

    private DefinitionTag() {}

    /** With its quotes. */
    public static String of(String version, boolean yaml) {
        return '"' + version + (yaml ? YAML : "\"");
    }

    /** An If-Match header that names the version, whichever spelling was read. */
    public static @Nullable String plain(@Nullable String ifMatch) {
        return ifMatch == null ? null : ifMatch.replace(YAML, "\"");
    }
}
