package dev.kith.escalation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works here and may sign in.
 *
 * @param admin whether they look after people and programs
 * @param clinical whether they may care for clients: clinicians and supervisors
 * @param supervisor who supervises them
 * @param away whether they are absent at the moment that is asked for
 * @param cover who stands in for them while they are away
 */
public record Colleague(
        UUID id,
        boolean admin,
        boolean clinical,
        @Nullable UUID supervisor,
        boolean away,
        @Nullable UUID cover) {}
