package dev.kith.log;

import dev.kith.security.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A log, or the draft of one, said for the first time that a stop rule was used; fired in the same transaction.
 *
 * @param logId of a log that was refused and of which none stands: the task that it was sent to, else the id; or what stands for all such of one day
 * @param sentTo where one stands for many: the id that this one was sent to, by which it is told from the others; else null
 */
public record StopRuleUsed(
        Caller by,
        UUID clientId,
        UUID logId,
        @Nullable UUID taskId,
        String exercise,
        @Nullable UUID sentTo) {
    StopRuleUsed(Caller by, UUID clientId, UUID logId, @Nullable UUID taskId, String exercise) {
        this(by, clientId, logId, taskId, exercise, null);
    }
}
