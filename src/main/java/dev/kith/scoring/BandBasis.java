package dev.kith.scoring;

/** Where a band comes from. */
public enum BandBasis {
    /** Published for the instrument. */
    PUBLISHED,
    /** Thirds of what is possible: a description, nothing clinical. */
    POSSIBLE_RANGE_THIRDS,
    /** A practice's own. */
    LOCAL
}
