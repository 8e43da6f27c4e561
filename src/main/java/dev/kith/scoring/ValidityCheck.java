package dev.kith.scoring;

/** A reason to doubt answers. It changes no score. */
public sealed interface ValidityCheck permits StraightLining, TooFast {

    /** The flag raised. */
    String code();

    boolean shows(Given given);
}
