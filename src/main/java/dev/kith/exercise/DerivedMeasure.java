package dev.kith.exercise;

import dev.kith.definition.Absent;
import dev.kith.definition.Text;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A number made from one log, or over many.
 *
 * @param from of a difference: where the number stands from which the other is taken
 * @param to of a difference: the number that is taken away
 * @param field of a count or a share: where the chosen option stands
 * @param of which options count
 * @param among of a share: which options it is a share of
 * @param decimals of a share, half-up; two when null
 */
public record DerivedMeasure(
        String code,
        Text title,
        Kind kind,
        @Nullable String from,
        @Nullable String to,
        @Nullable String field,
        List<String> of,
        List<String> among,
        @Nullable Integer decimals,
        Better better) {

    public DerivedMeasure {
        of = Absent.empty(of);
        among = Absent.empty(among);
    }

    /** How it is made. */
    public enum Kind {
        /** One number of a log less another one. */
        DIFFERENCE,
        /** How many logs a week. */
        COUNT,
        /** Which part of the logs, from 0 to 1. */
        SHARE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Which way is good. */
    public enum Better {
        HIGHER,
        LOWER,
        NONE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
