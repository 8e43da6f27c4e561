package dev.kith.alert;

import dev.kith.escalation.Pace;
import dev.kith.problem.ProblemException;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How fast alerts of one severity go on, as it is said: ISO 8601 durations in days, hours and minutes. */
@Schema(
        description =
                "ISO 8601 durations of days, hours and minutes; a day is 24 hours. A critical alert is to be acknowledged within a"
                        + " day at most.")
record AlertPace(
        @Schema(
                description = "From the raising until somebody must have acknowledged it; 5 minutes to 30 days.",
                examples = "PT1H")
        @NotNull
        @Size(max = 40)
        String acknowledgeWithin,

        @Schema(
                description = "Until it goes on to the next, while nobody has; 5 minutes to 7 days.",
                examples = "PT30M")
        @NotNull
        @Size(max = 40)
        String escalateEvery,

        @Schema(
                description = "From the acknowledgement until it must be resolved; 15 minutes to 90 days.",
                examples = "P1D")
        @NotNull
        @Size(max = 40)
        String resolveWithin,

        @Schema(
                description = "From one reminder of its owner to the next after that; 15 minutes to 30 days.",
                examples = "P1D")
        @NotNull
        @Size(max = 40)
        String remindEvery) {
    private static final Duration SHORTEST = Duration.ofMinutes(5);
    private static final Duration SHORTEST_TO_RESOLVE = Duration.ofMinutes(15);
    private static final Duration LONGEST_OF_CRITICAL = Duration.ofDays(1);

    static AlertPace of(Pace pace) {
        return new AlertPace(
                pace.acknowledgeWithin().toString(),
                pace.escalateEvery().toString(),
                pace.resolveWithin().toString(),
                pace.remindEvery().toString());
    }

    /** As it is meant; what makes no sense is refused with where it stands. */
    Pace read(AlertSeverity severity) {
        var at = "/" + severity.code() + "/";
        var critical = severity == AlertSeverity.CRITICAL;
        return new Pace(
                span(
                        acknowledgeWithin,
                        at + "acknowledgeWithin",
                        SHORTEST,
                        critical ? LONGEST_OF_CRITICAL : Duration.ofDays(30)),
                span(
                        escalateEvery,
                        at + "escalateEvery",
                        SHORTEST,
                        critical ? LONGEST_OF_CRITICAL : Duration.ofDays(7)),
                span(resolveWithin, at + "resolveWithin", SHORTEST_TO_RESOLVE, Duration.ofDays(90)),
                span(remindEvery, at + "remindEvery", SHORTEST_TO_RESOLVE, Duration.ofDays(30)));
    }

    private static Duration span(String text, String at, Duration shortest, Duration longest) {
        Duration span;
        try {
            span = Duration.parse(text);
        } catch (DateTimeException | ArithmeticException e) {
            throw ProblemException.invalid(
                    at, "duration", "An ISO 8601 duration of days, hours and minutes, such as PT30M.");
        }
        if (span.compareTo(shortest) < 0) {
            throw ProblemException.invalid(at, "too-short", "At least " + shortest + ".");
        }
        if (span.compareTo(longest) > 0) {
            throw ProblemException.invalid(at, "too-long", "At most " + longest + ".");
        }
        if (span.toSecondsPart() != 0 || span.toNanosPart() != 0) {
            throw ProblemException.invalid(at, "not-minutes", "Whole minutes.");
        }
        return span;
    }
}
