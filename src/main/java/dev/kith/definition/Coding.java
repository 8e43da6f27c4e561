package dev.kith.definition;

import org.jspecify.annotations.Nullable;

/**
 * What others call the same thing.
 *
 * @param system URI of the vocabulary, such as http://snomed.info/sct
 * @param display what that vocabulary says in words
 */
public record Coding(String system, String code, @Nullable String display) {}
