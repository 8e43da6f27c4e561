package dev.kith.recurrence;

/**
 * One task that a schedule gives.
 *
 * @param ordinal from 1 among those with the same local start; more than 1 only with a dose
 */
public record Occurrence(int ordinal, Window window) {}
