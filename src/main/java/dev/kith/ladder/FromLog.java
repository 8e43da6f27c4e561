package dev.kith.ladder;

import dev.kith.log.LoggedWork;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a log tells of a try: by the places that exercises on a ladder have. */
final class FromLog {
    private FromLog() {}

    /**
     * Where nobody noted the highest distress, it was at least as high as before and after; what was not done met none.
     *
     * @param predicted as somebody said besides; null: as the rung says
     */
    static RungAttempt.Told told(LoggedWork log, @Nullable Integer predicted) {
        var outcome = log.at("after.outcome") instanceof String code ? code : "unknown";
        var peak = number(log, "after.suds-peak");
        var met = peak != null ? peak : highest(number(log, "before.suds"), number(log, "after.suds"));
        return new RungAttempt.Told(
                predicted,
                outcome.equals(Tried.NOT_DONE) ? null : met,
                number(log, "before.expectation"),
                outcome,
                log.stopRuleUsed());
    }

    /** Which rung, counted from the bottom. */
    static @Nullable Integer rung(LoggedWork log) {
        return number(log, "before.rung");
    }

    private static @Nullable Integer number(LoggedWork log, String place) {
        return log.at(place) instanceof BigDecimal said ? Integer.valueOf(said.intValue()) : null;
    }

    private static @Nullable Integer highest(@Nullable Integer... numbers) {
        return Stream.of(numbers)
                .flatMap(Stream::ofNullable)
                .max(Integer::compare)
                .orElse(null);
    }
}
