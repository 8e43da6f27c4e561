package dev.kith.json;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A moment as an address names it: an instant, or a day, which begins when it begins where somebody lives. One of the two is there. */
public record DayOrInstant(
        @Nullable LocalDate day, @Nullable Instant instant) {
    private static final int OF_A_DAY = "2026-12-01".length();

    /**
     * From YYYY-MM-DD, or an instant as a body spells it.
     *
     * @throws IllegalArgumentException for anything else
     */
    static DayOrInstant read(String text) {
        return text.length() == OF_A_DAY
                ? new DayOrInstant(Texts.date(text), null)
                : new DayOrInstant(null, Texts.instant(text));
    }

    /** The moment, days being those of this zone. */
    public Instant in(ZoneId zone) {
        return day == null
                ? Objects.requireNonNull(instant)
                : day.atStartOfDay(zone).toInstant();
    }
}
