package dev.kith.exercise;

/**
 * What is wrong with one value of a log. The value itself is never told.
 *
 * @param pointer JSON Pointer from the log: /after/suds
 * @param code unknown-field, wrong-type, out-of-range, too-precise, option-not-offered, too-long, too-many, twice, not-text, or missing-required
 * @param malformed whether it is the wrong kind of JSON value, rather than one that breaks a rule
 */
public record LogFault(String pointer, String code, String detail, boolean malformed) {}
