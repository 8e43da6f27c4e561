package dev.kith.pace;

import dev.kith.problem.ProblemException;
import dev.kith.recurrence.BadSchedule;
import dev.kith.recurrence.Span;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When somebody is reminded of work, read and checked: how far from a moment, and how often again.
 *
 * @param lead null: none is said
 * @param repeats 0: never again, or none are said
 * @param every from one to the next; null where there are no repeats
 */
public record Timing(
        @Nullable Span lead, int repeats, @Nullable Span every) {
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final Duration SHORTEST_PAUSE = Duration.ofHours(1);

    /**
     * @param at the pointer of what holds the three
     * @throws ProblemException 422
     */
    public static Timing read(@Nullable String lead, @Nullable Integer repeats, @Nullable String every, String at) {
        var often = repeats == null ? 0 : repeats;
        if ((often > 0) != (every != null)) {
            throw ProblemException.invalid(at + "/every", "with-repeats", "Say repeats and every, or neither.");
        }
        var pause = span(every, at + "/every");
        if (pause != null && pause.nominal().compareTo(SHORTEST_PAUSE) < 0) {
            throw ProblemException.invalid(at + "/every", "too-short", "An hour at least.");
        }
        return new Timing(span(lead, at + "/lead"), often, pause);
    }

    private static @Nullable Span span(@Nullable String text, String at) {
        if (text == null) {
            return null;
        }
        try {
            var span = Span.parse(text);
            if (span.nominal().compareTo(LONGEST) > 0) {
                throw ProblemException.invalid(at, "too-long", "31 days at most.");
            }
            return span;
        } catch (BadSchedule e) {
            throw ProblemException.invalid(at, e.code().word(), "It " + e.getMessage() + ".");
        }
    }
}
