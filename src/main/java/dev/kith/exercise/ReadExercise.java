package dev.kith.exercise;

/**
 * An exercise with the text that it was read from.
 *
 * @param json the same in one canonical spelling
 * @param checksum SHA-256 of json, 64 hex digits: two are the same text exactly when it is equal
 */
public record ReadExercise(ExerciseDefinition definition, String json, String checksum) {}
