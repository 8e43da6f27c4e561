package dev.kith.recurrence;

/** What the clock change of a zone did to a wall time. */
public enum Shift {
    /** It exists once. */
    NONE,
    /** It does not exist: the first valid instant was taken. */
    GAP,
    /** It exists twice: the first was taken. */
    OVERLAP
}
