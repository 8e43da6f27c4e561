package dev.kith.ladder;

import dev.kith.log.LoggedWork;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a log tells of a try: by the places that exercises on a ladder have. */
final class FromLog {
    private static final int HIGHEST_DISTRESS = 10;
    private static final int PERCENT = 100;
    private static final int HIGHEST_RUNG = 1_000;

    private FromLog() {}

    /**
     * Never refuses a log: what it does not say, or says in another measure than a ladder's, is not known of the try.
     * Where nobody noted the highest distress, it was at least as high as before and after; what was not done met none.
     *
     * @param predicted as somebody said besides; null: as the rung says
     */
    static RungAttempt.Told told(LoggedWork log, @Nullable Integer predicted) {
        var outcome = log.at("after.outcome") instanceof String code ? code : "unknown";
        var peak = number(log, "after.suds-peak", HIGHEST_DISTRESS);
        var met = peak != null
                ? peak
                : highest(number(log, "before.suds", HIGHEST_DISTRESS), number(log, "after.suds", HIGHEST_DISTRESS));
        return new RungAttempt.Told(
                predicted,
                outcome.equals(Tried.NOT_DONE) ? null : met,
                number(log, "before.expectation", PERCENT),
                outcome,
                log.stopRuleUsed());
    }

    /** Which rung, counted from the bottom. */
    static @Nullable Integer rung(LoggedWork log) {
        return number(log, "before.rung", HIGHEST_RUNG);
    }

    /** A whole number from 0 on; null for anything else, which an exercise of a practice's own may hold there. */
    private static @Nullable Integer number(LoggedWork log, String place, int most) {
        return log.at(place) instanceof BigDecimal said
                        && said.signum() >= 0
                        && said.compareTo(BigDecimal.valueOf(most)) <= 0
                        && said.stripTrailingZeros().scale() <= 0
                ? Integer.valueOf(said.intValue())
                : null;
    }

    private static @Nullable Integer highest(@Nullable Integer... numbers) {
        return Stream.of(numbers)
                .flatMap(Stream::ofNullable)
                .max(Integer::compare)
                .orElse(null);
    }
}
