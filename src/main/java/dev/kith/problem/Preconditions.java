package dev.kith.problem;

import org.jspecify.annotations.Nullable;

/** Entity tags of things that count their versions, and the condition that a change must name the version it changes. */
public final class Preconditions {
    private Preconditions() {}

    /** The entity tag of a version, with its quotes. */
    public static String tag(int version) {
        return "\"" + version + "\"";
    }

    /** 428 without {@code If-Match}, 412 when it names another version. */
    public static void require(@Nullable String ifMatch, int version) {
        if (ifMatch == null) {
            throw new ProblemException(ProblemType.PRECONDITION_REQUIRED, null);
        }
        if (!ifMatch.equals(tag(version)) && !ifMatch.equals("*")) {
            throw new ProblemException(ProblemType.STALE, null);
        }
    }
}
