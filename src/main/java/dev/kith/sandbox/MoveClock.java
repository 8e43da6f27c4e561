package dev.kith.sandbox;

import dev.kith.contract.Example;
import dev.kith.problem.ProblemException;
import dev.kith.recurrence.BadSchedule;
import dev.kith.recurrence.Span;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where the clock is to go: one of the two. */
@Schema(description = "Where the clock is to go: a moment, or how far from where it is. Exactly one of the two.")
@Example("""
        {"advance": "P1DT2H"}
        """)
record MoveClock(
        @Schema(description = "A moment after what the clock shows.", examples = "2027-03-28T00:59:00Z") @Nullable
        Instant at,

        @Schema(
                description =
                        "ISO 8601 duration. Days and longer are days of the practice's calendar, so P1D over a clock"
                                + " change is not PT24H.",
                examples = "P1DT2H")
        @Nullable
        @Size(max = 40)
        String advance) {

    String pointer() {
        return at == null ? "/advance" : "/at";
    }

    Instant from(Instant now, ZoneId zone) {
        if ((at == null) == (advance == null)) {
            throw ProblemException.invalid("", "one-of-two", "Say at or advance, and not both.");
        }
        if (at != null) {
            return at;
        }
        try {
            var span = Span.parse(advance == null ? "" : advance);
            return now.atZone(zone).plus(span.date()).toInstant().plus(span.time());
        } catch (BadSchedule e) {
            throw ProblemException.invalid("/advance", e.code().word(), "It " + e.getMessage() + ".");
        }
    }
}
