package dev.kith.program;

/**
 * A program with the text that it was read from.
 *
 * @param title in its original language
 * @param json the same in one canonical spelling
 * @param checksum SHA-256 of json, 64 hex digits: two are the same text exactly when it is equal
 */
public record ReadProgram(String key, int version, String title, String json, String checksum) {}
