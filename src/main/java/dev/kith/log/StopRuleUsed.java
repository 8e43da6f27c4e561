package dev.kith.log;

import dev.kith.security.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A log, or the draft of one, said for the first time that a stop rule was used; fired in the same transaction.
 *
 * @param logId of a log that was refused and of which none stands: the id, or the task, that it was sent to
 */
public record StopRuleUsed(
        Caller by, UUID clientId, UUID logId, @Nullable UUID taskId, String exercise) {}
