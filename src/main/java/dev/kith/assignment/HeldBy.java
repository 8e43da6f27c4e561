package dev.kith.assignment;

import java.util.Locale;

/** What holds work back, so that it goes on by itself afterwards: no person paused it. */
enum HeldBy {
    /** A gate of its exercise is closed for its client. */
    GATE("gate-closed"),
    /** Its program. */
    PROGRAM("program-held");

    /** What is told as the reason of the pause. */
    final String reason;

    HeldBy(String reason) {
        this.reason = reason;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
