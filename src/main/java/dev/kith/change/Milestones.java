package dev.kith.change;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Three facts beside a reliable change and never merged with it: whether the change matters to people, whether half (or whatever was published) is
 * gone, and whether hardly anything is left. Each only where a figure was published.
 *
 * @param percent change in percent of the baseline, signed like latest minus baseline, 2 decimals, half-up; null when the baseline is not above 0
 * @param percentReason why percent is null
 */
public record Milestones(
        NamedRule rule,
        BigDecimal baseline,
        BigDecimal latest,
        @Nullable BigDecimal percent,
        @Nullable Reason percentReason,
        ImportanceReached importance,
        ResponseReached response,
        RemissionReached remission) {
    public static final NamedRule RULE = new NamedRule("milestones", 1);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DECIMALS = 2;

    /** What a change means to the person. */
    public enum Felt {
        BETTER,
        TOO_LITTLE,
        WORSE
    }

    /**
     * Beside the minimal important difference; exactly so many points matter.
     *
     * @param felt null with a reason
     */
    public record ImportanceReached(
            @Nullable Felt felt,
            @Nullable BigDecimal points,
            @Nullable String citation,
            @Nullable Reason reason) {}

    /**
     * Whether the gain is the published share of the baseline, or more; compared unrounded.
     *
     * @param reached null with a reason
     */
    public record ResponseReached(
            @Nullable Boolean reached,
            @Nullable BigDecimal percent,
            @Nullable String citation,
            @Nullable Reason reason) {}

    /**
     * Whether the value is better than the published mark.
     *
     * @param before whether it was so at baseline already; null with a reason
     * @param now null with a reason
     */
    public record RemissionReached(
            @Nullable Boolean before,
            @Nullable Boolean now,
            @Nullable BigDecimal mark,
            @Nullable String citation,
            @Nullable Reason reason) {}

    public static Milestones between(ChangeModel model, BigDecimal baseline, BigDecimal latest) {
        var above = baseline.signum() > 0;
        return new Milestones(
                RULE,
                baseline,
                latest,
                above
                        ? latest.subtract(baseline).multiply(HUNDRED).divide(baseline, DECIMALS, RoundingMode.HALF_UP)
                        : null,
                above ? null : Reason.BASELINE_NOT_ABOVE_ZERO,
                importance(model, model.direction().gain(baseline, latest)),
                response(model, baseline, latest),
                remission(model, baseline, latest));
    }

    private static ImportanceReached importance(ChangeModel model, BigDecimal gain) {
        var published = model.importance();
        if (published == null) {
            return new ImportanceReached(null, null, null, Reason.NO_PUBLISHED_FIGURE);
        }
        var matters = gain.abs().compareTo(published.points()) >= 0;
        var felt = gain.signum() > 0 ? Felt.BETTER : Felt.WORSE;
        return new ImportanceReached(matters ? felt : Felt.TOO_LITTLE, published.points(), published.citation(), null);
    }

    private static ResponseReached response(ChangeModel model, BigDecimal baseline, BigDecimal latest) {
        var published = model.response();
        if (published == null) {
            return new ResponseReached(null, null, null, Reason.NO_PUBLISHED_FIGURE);
        }
        if (baseline.signum() <= 0) {
            return new ResponseReached(null, published.percent(), published.citation(), Reason.BASELINE_NOT_ABOVE_ZERO);
        }
        var gain = model.direction().gain(baseline, latest).multiply(HUNDRED);
        var reached = gain.compareTo(published.percent().multiply(baseline)) >= 0;
        return new ResponseReached(reached, published.percent(), published.citation(), null);
    }

    private static RemissionReached remission(ChangeModel model, BigDecimal baseline, BigDecimal latest) {
        var published = model.remission();
        return published == null
                ? new RemissionReached(null, null, null, null, Reason.NO_PUBLISHED_FIGURE)
                : new RemissionReached(
                        published.holds(baseline, model.direction()),
                        published.holds(latest, model.direction()),
                        published.mark(),
                        published.citation(),
                        null);
    }
}
