package dev.kith.definition;

/**
 * What stands against publishing a definition.
 *
 * @param pointer JSON Pointer into the definition; empty for the whole
 * @param code lower-kebab, for programs
 * @param detail in plain words, for the author
 */
public record DefinitionFault(String pointer, String code, String detail) {}
