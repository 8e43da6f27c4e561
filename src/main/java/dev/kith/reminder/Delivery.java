package dev.kith.reminder;

import dev.kith.mail.Posted;
import java.util.UUID;

/** What became of one reminder that was claimed. */
record Delivery(Claim claim, Outcome outcome) {

    /** What is known after trying. */
    enum Outcome {
        /** The mail server took it. */
        SENT("sent", null),
        /** Nothing went out, for the server is away; it may be tried again. */
        NOT_CONNECTED("planned", null),
        /** The server will not take this one just now; it may be tried again. */
        NOT_NOW("planned", null),
        /** It was not its turn yet. */
        NOT_TRIED("planned", null),
        /** The server said no; trying again would bring the same. */
        REFUSED("failed", "refused"),
        /** It may have gone out; it is never tried again. */
        UNSURE("unsure", null);

        final String state;
        final @org.jspecify.annotations.Nullable String why;

        Outcome(String state, @org.jspecify.annotations.Nullable String why) {
            this.state = state;
            this.why = why;
        }

        static Outcome of(Posted posted) {
            return switch (posted) {
                case SENT -> SENT;
                case NOT_CONNECTED -> NOT_CONNECTED;
                case NOT_NOW -> NOT_NOW;
                case REFUSED -> REFUSED;
                case UNSURE -> UNSURE;
            };
        }
    }

    /** A reminder that is to go out by e-mail, and is nobody else's to send. */
    record Claim(UUID task, String slot, int repeat, String to, String language) {}
}
