package dev.kith.change;

/** Why a figure is not there. It is said instead of a guess, and instead of a 0 that would be a lie. */
public enum Reason {
    NO_MEASUREMENT,
    ONE_MEASUREMENT,
    /** A rule waits for more of them. */
    TOO_FEW_MEASUREMENTS,
    /** Neither a threshold nor SD and reliability were published. */
    NO_PUBLISHED_RELIABILITY,
    /** Nobody published this figure for the scale. */
    NO_PUBLISHED_FIGURE,
    /** A percentage of nothing, or of less than nothing, says nothing. */
    BASELINE_NOT_ABOVE_ZERO,
    /** No measurement lies where the baseline was looked for. */
    NO_MEASUREMENT_THERE,
    /** A trend needs three different times. */
    FEWER_THAN_THREE_TIMES,
    /** So few points allow no interval at this confidence, however they lie. */
    TOO_FEW_FOR_INTERVAL,
    /** More points than are compared pair by pair. */
    TOO_MANY_POINTS,
    /** The value before or after the step is missing. */
    NEIGHBOUR_MISSING,
    /** Fewer than two values on one side of the step. */
    TOO_FEW_AROUND,
    /** A rate of nothing is neither 0 nor 100. */
    NOTHING_DUE,
    NOTHING_DONE,
    NO_DOSE_PLANNED,
    NO_SESSION,
    NOTHING_EXPECTED,
    NO_GOAL,
    /** A goal that was rated at one time only is no part of a change. */
    NO_GOAL_RATED_TWICE,
    MEASURE_MISSING,
    TOO_FEW_SESSIONS,
    TOO_FEW_EPISODES,
    /** The episodes are too much alike for a model to be fitted. */
    EPISODES_ALIKE,
    /** Nobody fitted a model of the practice's own to this scale. */
    NO_LOCAL_MODEL,
    /** No such first value, or no session so late, was seen in the episodes that the model was made of. */
    BEYOND_EPISODES,
    NOBODY_MEASURED_TWICE,
    /** A spread needs two clients. */
    TOO_FEW_CLIENTS,
    /** All began with the same value, so that nothing can be measured by their spread. */
    BASELINES_ALIKE
}
