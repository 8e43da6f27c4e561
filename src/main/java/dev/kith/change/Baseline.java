package dev.kith.change;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From which measurement change is counted.
 *
 * @param point null with a reason
 * @param afterBreak whether the one that was asked for lies before a break, so that the first after the break stands for it
 * @param reason why there is none
 */
public record Baseline(
        NamedRule rule,
        @Nullable Measured point,
        boolean afterBreak,
        @Nullable Reason reason) {
    public static final NamedRule RULE = new NamedRule("baseline", 1);

    /** How it is chosen. */
    public sealed interface Choice {}

    /** The first there is. */
    public record First() implements Choice {}

    /**
     * The one that an episode began with: the last within so long before the start (an intake questionnaire is answered some days earlier), at the
     * start included; else the first after it.
     *
     * @param before not negative
     */
    public record StartOfEpisode(Instant startedAt, Duration before) implements Choice {
        public StartOfEpisode {
            if (before.isNegative()) {
                throw new IllegalArgumentException("time before the start is not negative: " + before);
            }
        }
    }

    /** The first at or after a chosen moment. */
    public record From(Instant at) implements Choice {}

    /**
     * The baseline of the newest stretch.
     *
     * @param stretches as {@link Stretches} cuts them
     */
    public static Baseline of(Choice choice, List<List<Measured>> stretches) {
        var all = stretches.stream()
                .flatMap(List::stream)
                .sorted(Measured.IN_TIME)
                .toList();
        if (all.isEmpty()) {
            return new Baseline(RULE, null, false, Reason.NO_MEASUREMENT);
        }
        var chosen = chosen(choice, all);
        if (chosen.isEmpty()) {
            return new Baseline(RULE, null, false, Reason.NO_MEASUREMENT_THERE);
        }
        var newest = stretches.get(stretches.size() - 1).stream()
                .sorted(Measured.IN_TIME)
                .toList();
        return newest.contains(chosen.get())
                ? new Baseline(RULE, chosen.get(), false, null)
                : new Baseline(RULE, newest.get(0), true, null);
    }

    private static Optional<Measured> chosen(Choice choice, List<Measured> inTime) {
        if (choice instanceof StartOfEpisode start) {
            return inTime.stream()
                    .filter(point -> !point.at().isAfter(start.startedAt()))
                    .filter(point -> !point.at().isBefore(start.startedAt().minus(start.before())))
                    .reduce((one, next) -> next)
                    .or(() -> from(inTime, start.startedAt()));
        }
        return choice instanceof From from ? from(inTime, from.at()) : Optional.of(inTime.get(0));
    }

    private static Optional<Measured> from(List<Measured> inTime, Instant at) {
        return inTime.stream().filter(point -> !point.at().isBefore(at)).findFirst();
    }
}
