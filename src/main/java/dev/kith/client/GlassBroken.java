package dev.kith.client;

import java.time.Instant;
import java.util.UUID;

/**
 * News, in the transaction that made it true: a member opened the record of a client whom they do not care for.
 *
 * @param id of the broken glass
 * @param memberId who broke it
 * @param closesAt when the record closes to them again
 */
public record GlassBroken(UUID id, UUID clientId, UUID memberId, Instant openedAt, Instant closesAt) {}
