package dev.kith.definition;

import dev.kith.change.Direction;
import dev.kith.scoring.BandBasis;
import dev.kith.scoring.Operator;
import dev.kith.scoring.Rounding;
import dev.kith.scoring.Sex;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One score of a questionnaire.
 *
 * @param items what it is made of: keyed answers
 * @param scales what it is made of instead: shown values of other scales
 * @param whole share: what items are a share of
 * @param weights weighted-sum: by link id, or by scale code; they name what it is made of too
 * @param where count: what is counted
 * @param of the scale that linear and table start from
 * @param factor linear: times this, plus offset
 * @param table table: the norms that are looked up
 * @param missing null for linear and table, which follow their source, for a share, and for strict over scales
 * @param notEnabled what an item that was not asked is to it; missing when left out
 * @param decimals places shown
 * @param rounding half-up when left out
 * @param loinc code of the score (never that of the panel), when one was verified
 * @param dimension what of daily life it follows, when progress is to tell it so; null for all others
 */
public record ScaleDefinition(
        String code,
        Text title,
        Method method,
        List<String> items,
        List<String> scales,
        List<String> whole,
        @Nullable Map<String, BigDecimal> weights,
        @Nullable Where where,
        @Nullable String of,
        @Nullable BigDecimal factor,
        @Nullable BigDecimal offset,
        @Nullable NormTableDefinition table,
        @Nullable Missing missing,
        @Nullable NotEnabled notEnabled,
        int decimals,
        @Nullable Rounding rounding,
        Direction direction,
        @Nullable String loinc,
        @Nullable Dimension dimension,
        List<BandDefinition> bands,
        @Nullable ChangeFigures change) {

    public ScaleDefinition {
        items = Absent.empty(items);
        scales = Absent.empty(scales);
        whole = Absent.empty(whole);
        weights = weights == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(weights));
        bands = Absent.empty(bands);
    }

    /** Link ids of the items that it reads itself. Only they have a dot in them: codes of scales have none. */
    List<String> linkIds() {
        return weights == null
                ? Stream.concat(items.stream(), whole.stream()).distinct().toList()
                : weights.keySet().stream().filter(name -> name.contains(".")).toList();
    }

    /** Codes of the scales that it combines. */
    List<String> scaleCodes() {
        return weights == null
                ? scales
                : weights.keySet().stream().filter(name -> !name.contains(".")).toList();
    }

    /** How it is made. */
    public enum Method {
        SUM,
        MEAN,
        WEIGHTED_SUM,
        MINIMUM,
        MAXIMUM,
        COUNT,
        SHARE,
        LINEAR,
        TABLE
    }

    /**
     * A dimension of progress. Scales of several questionnaires may tell one; they stand side by side.
     *
     * @param code names it, such as load
     * @param cost what it costs a person where it goes wrong; null when nobody said
     * @param citations where that comes from: ids of the passport's citations
     */
    public record Dimension(String code, @Nullable Text cost, List<String> citations) {
        public Dimension {
            citations = Absent.empty(citations);
        }
    }

    /** What is counted: those that compare so. */
    public record Where(Operator operator, BigDecimal value) {}

    /** What an item that was not asked is: a missing answer, or no part of the scale. */
    public enum NotEnabled {
        MISSING,
        DROP
    }

    /**
     * What happens when answers are missing.
     *
     * @param count at-most: how many may be missing
     * @param answered share: which part must be answered; subscales: how many
     * @param valid subscales: which scales must be valid
     */
    public record Missing(
            Rule rule, @Nullable Integer count, @Nullable BigDecimal answered, List<String> valid) {

        public Missing {
            valid = Absent.empty(valid);
        }

        /** The kinds of rule. */
        public enum Rule {
            STRICT,
            AT_MOST,
            SHARE,
            SUBSCALES
        }
    }

    /**
     * What a range is called.
     *
     * @param sex whom it is for; null for everybody
     */
    public record BandDefinition(
            BigDecimal from,
            BigDecimal to,
            String code,
            Text label,
            BandBasis basis,
            @Nullable Sex sex) {}
}
