package dev.kith.definition;

/**
 * A wording with the text that it was read from.
 *
 * @param json the same in one canonical spelling
 * @param checksum SHA-256 of json, 64 hex digits
 */
public record ReadWording(Wording wording, String json, String checksum) {}
