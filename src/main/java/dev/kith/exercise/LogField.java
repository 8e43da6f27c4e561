package dev.kith.exercise;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kith.definition.Absent;
import dev.kith.definition.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is logged.
 *
 * @param code its name within its part
 * @param required whether a log is not complete without it
 * @param low what the least of a scale means, as {@code high} the most
 * @param decimals how many a number may have; two when null
 * @param unit what a number counts, such as h
 * @param sharing who may read it unless the client says otherwise; null: private
 */
public record LogField(
        String code,
        FieldType type,
        boolean required,
        Text label,
        @Nullable Text help,
        @Nullable Text low,
        @Nullable Text high,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable Integer decimals,
        @Nullable String unit,
        List<LogOption> options,
        @Nullable Sharing sharing) {

    private static final BigDecimal HIGHEST_RATING = BigDecimal.TEN;
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final BigDecimal A_DAY = new BigDecimal(24 * 60);
    private static final BigDecimal MOST_COUNTED = new BigDecimal(10_000);
    private static final BigDecimal MOST = new BigDecimal(1_000_000);

    public LogField {
        options = Absent.empty(options);
    }

    /**
     * One answer to choose.
     *
     * @param attempt of an outcome: whether it means that the client tried
     * @param accepted of an outcome: whether help came and was taken
     */
    public record LogOption(
            String code,
            Text label,

            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean attempt,

            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean accepted) {}

    /** The least that it takes, of a number. */
    public BigDecimal least() {
        return min != null ? min : type == FieldType.NUMBER ? MOST.negate() : BigDecimal.ZERO;
    }

    /** The most that it takes, of a number. */
    public BigDecimal most() {
        if (max != null) {
            return max;
        }
        return switch (type) {
            case RATING -> HIGHEST_RATING;
            case BELIEF -> HUNDRED;
            case MINUTES -> A_DAY;
            case COUNT -> MOST_COUNTED;
            default -> MOST;
        };
    }

    /** How many decimals a number may have. */
    public int scale() {
        return decimals != null ? decimals : type == FieldType.NUMBER ? 2 : 0;
    }

    public Sharing sharingUnlessChosen() {
        return sharing == null ? Sharing.PRIVATE : sharing;
    }

    /** Whether an answer to it can be this code: one of its options, or yes or no. */
    public boolean canBe(String code) {
        return type == FieldType.YES_NO
                ? code.equals("yes") || code.equals("no")
                : option(code).isPresent();
    }

    public Optional<LogOption> option(String chosen) {
        return options.stream().filter(one -> one.code().equals(chosen)).findFirst();
    }
}
