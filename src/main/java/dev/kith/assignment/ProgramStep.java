package dev.kith.assignment;

import java.util.UUID;

/** The step of a program that an assignment belongs to. */
public record ProgramStep(UUID enrollment, String code) {}
