package dev.kith.change;

import org.jspecify.annotations.Nullable;

/** The methods that progress is worked out by: each with its rule, so that a figure of long ago can be understood, and where it was published. */
public enum Method {
    RELIABLE_CHANGE(
            ReliableChange.RULE,
            "Jacobson, N. S., & Truax, P. (1991). Clinical significance: A statistical approach to defining meaningful change in psychotherapy research."
                    + " Journal of Consulting and Clinical Psychology, 59(1), 12-19. Standard error of the difference as in Christensen, L., & Mendoza,"
                    + " J. L. (1986). A method of assessing change in a single subject: An alteration of the RC index. Behavior Therapy, 17(3), 305-308."),
    /** Plain beside published figures, each of which has a source of its own. */
    MILESTONES(Milestones.RULE, null),
    THEIL_SEN(
            TheilSen.RULE,
            "Theil, H. (1950). A rank-invariant method of linear and polynomial regression analysis. Proceedings of the Koninklijke Nederlandse Akademie"
                    + " van Wetenschappen, 53, 386-392. Interval as in Sen, P. K. (1968). Estimates of the regression coefficient based on Kendall's tau."
                    + " Journal of the American Statistical Association, 63(324), 1379-1389."),
    SUDDEN_SHIFTS(
            SuddenShifts.RULE,
            "Tang, T. Z., & DeRubeis, R. J. (1999). Sudden gains and critical sessions in cognitive-behavioral therapy for depression. Journal of"
                    + " Consulting and Clinical Psychology, 67(6), 894-904."),
    /** Counts and shares. */
    ADHERENCE(Adherence.RULE, null),
    /** Differences and means. */
    DISTRESS_DROP(DistressDrop.RULE, null);

    private final NamedRule rule;
    private final @Nullable String citation;

    Method(NamedRule rule, @Nullable String citation) {
        this.rule = rule;
        this.citation = citation;
    }

    public NamedRule rule() {
        return rule;
    }

    /** Null where it is arithmetic of our own, which nobody need have published. */
    public @Nullable String citation() {
        return citation;
    }
}
