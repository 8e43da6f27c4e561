package dev.kith.recurrence;

/** What a rule counts on in. Finer ones of RFC 5545 are refused: times of day are given as times. */
public enum Frequency {
    DAILY,
    WEEKLY,
    MONTHLY,
    YEARLY
}
