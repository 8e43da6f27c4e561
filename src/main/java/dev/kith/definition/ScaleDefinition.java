package dev.kith.definition;

import dev.kith.change.Direction;
import dev.kith.scoring.BandBasis;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One score of a questionnaire.
 *
 * @param items what sum and mean read
 * @param of the scale that linear starts from, times factor plus offset
 * @param missing null for linear, which follows its source
 * @param decimals places shown
 * @param loinc code of the score (never that of the panel), when one was verified
 */
public record ScaleDefinition(
        String code,
        Text title,
        Method method,
        List<String> items,
        @Nullable String of,
        @Nullable BigDecimal factor,
        @Nullable BigDecimal offset,
        @Nullable Missing missing,
        int decimals,
        Direction direction,
        @Nullable String loinc,
        List<BandDefinition> bands,
        @Nullable ChangeFigures change) {

    public ScaleDefinition {
        items = Absent.empty(items);
        bands = Absent.empty(bands);
    }

    /** How it is made. */
    public enum Method {
        SUM,
        MEAN,
        LINEAR
    }

    /**
     * What happens when answers are missing.
     *
     * @param count at-most: how many may be missing
     * @param answered subscales: how many must be answered
     * @param valid subscales: which scales must be valid
     */
    public record Missing(
            Rule rule, @Nullable Integer count, @Nullable Integer answered, List<String> valid) {

        public Missing {
            valid = Absent.empty(valid);
        }

        /** The kinds of rule. */
        public enum Rule {
            STRICT,
            AT_MOST,
            SUBSCALES
        }
    }

    /** What a range is called. */
    public record BandDefinition(BigDecimal from, BigDecimal to, String code, Text label, BandBasis basis) {}
}
