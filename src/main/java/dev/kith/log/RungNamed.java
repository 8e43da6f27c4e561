package dev.kith.log;

import java.util.UUID;

/** A log named a rung; fired before it is stored, so that whoever knows rungs can refuse. */
public record RungNamed(UUID clientId, String exercise, UUID rungId) {}
