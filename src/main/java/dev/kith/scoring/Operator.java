package dev.kith.scoring;

/** How an answer, or a score, is compared: the seven signs that FHIR's enableWhen has. */
public enum Operator {
    EXISTS("exists"),
    EQUAL("="),
    NOT_EQUAL("!="),
    GREATER(">"),
    LESS("<"),
    AT_LEAST(">="),
    AT_MOST("<=");

    private final String sign;

    Operator(String sign) {
        this.sign = sign;
    }

    /** As it is written in a definition. */
    public String sign() {
        return sign;
    }

    /** Whether it needs an order, rather than sameness. */
    public boolean orders() {
        return this != EXISTS && this != EQUAL && this != NOT_EQUAL;
    }

    /**
     * Whether a comparison that came out so fulfils it.
     *
     * @param order below 0, 0 or above 0, as a Comparator says it of what was said and what it is held against
     */
    public boolean holds(int order) {
        return switch (this) {
            case EXISTS -> true;
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case GREATER -> order > 0;
            case LESS -> order < 0;
            case AT_LEAST -> order >= 0;
            case AT_MOST -> order <= 0;
        };
    }
}
