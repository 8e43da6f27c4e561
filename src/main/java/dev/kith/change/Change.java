package dev.kith.change;

import dev.kith.change.CutOffs.CutOffKind;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What lies between a baseline and the latest value.
 *
 * @param baseline null without a measurement
 * @param latest null with fewer than two values
 * @param value latest minus baseline; null with fewer than two values
 * @param rci value over the standard error of the difference, 4 decimals, signed like value; null without SD and reliability
 * @param reliable null with a reason, else how the change counts
 * @param clinical null when no cut-off is known or nothing can be said of reliability
 * @param crossedUnreliably clinical before and no more, by a change that the measure's own error could have made ("non-reliably recovered" in
 *     some software); a fact beside the class, which stays unchanged; null where clinical is
 * @param basis by what it was judged; null with a reason
 * @param reason why nothing can be said; null when something is
 */
public record Change(
        NamedRule rule,
        @Nullable BigDecimal baseline,
        @Nullable BigDecimal latest,
        @Nullable BigDecimal value,
        @Nullable BigDecimal rci,
        @Nullable ReliableClass reliable,
        @Nullable ClinicalClass clinical,
        @Nullable Boolean crossedUnreliably,
        @Nullable Basis basis,
        @Nullable Reason reason) {

    static Change none(@Nullable BigDecimal baseline, Reason reason) {
        return new Change(ReliableChange.RULE, baseline, null, null, null, null, null, null, null, reason);
    }

    /** Whether the change is more than the measure's own error. */
    public enum ReliableClass {
        RELIABLE_IMPROVEMENT,
        NO_RELIABLE_CHANGE,
        RELIABLE_DETERIORATION
    }

    /** What the change means beside the cut-off. */
    public enum ClinicalClass {
        /** Clinical at baseline, reliably better, and clinical no more. */
        RECOVERED,
        /** Clinical at baseline, reliably better, still clinical. */
        IMPROVED,
        /** Clinical at baseline and no reliable change, even where the cut-off was crossed. */
        UNCHANGED,
        /** Reliably worse. */
        DETERIORATED,
        /** Reliably worse, from below the cut-off into the clinical range. */
        HARMED,
        /** Not clinical at baseline and not reliably worse: recovery has no meaning here. */
        NOT_APPLICABLE_BASELINE_SUBCLINICAL
    }

    /**
     * The figures used.
     *
     * @param threshold points from which a change is reliable (a change of exactly so many is), 4 decimals when computed
     * @param confidence of a published threshold, where its source says it
     * @param standardError of the difference, 4 decimals; null without SD and reliability
     * @param z null when the threshold itself was published
     * @param cutOff the first clinical value, 4 decimals when computed; null when neither it nor a norm was published
     * @param cutOffKind which cut-off of Jacobson and Truax it is; null where it was published itself, and where there is none
     * @param citation source of the threshold
     * @param figuresCitation source of SD and reliability, when a published threshold stands beside them
     * @param cutOffCitation source of the cut-off, or of the norms that it was computed of
     */
    public record Basis(
            Kind kind,
            BigDecimal threshold,
            @Nullable BigDecimal confidence,
            @Nullable BigDecimal sd,
            @Nullable BigDecimal reliability,
            @Nullable BigDecimal standardError,
            @Nullable BigDecimal z,
            @Nullable BigDecimal cutOff,
            @Nullable CutOffKind cutOffKind,
            String citation,
            @Nullable String figuresCitation,
            @Nullable String cutOffCitation) {

        /** published, a, b or c; null without a cut-off. */
        public @Nullable String cutOffName() {
            if (cutOff == null) {
                return null;
            }
            return cutOffKind == null ? "published" : cutOffKind.name().toLowerCase(Locale.ROOT);
        }

        /** Where the threshold comes from. */
        public enum Kind {
            PUBLISHED_THRESHOLD,
            COMPUTED
        }
    }
}
