package dev.kith.log;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A log, for other rooms: what it says in numbers and codes, never in anybody's words.
 *
 * @param exercise its key
 * @param complete whether it is more than a draft
 * @param revision 1 when it was completed, more when it was corrected
 * @param rungId the rung that it names itself; null when it names none
 * @param facts numbers, codes, and yes or no, by place as after.suds
 */
public record LoggedWork(
        UUID id,
        UUID clientId,
        @Nullable UUID taskId,
        String exercise,
        int version,
        boolean complete,
        int revision,
        Instant authoredAt,
        boolean stopRuleUsed,
        @Nullable UUID rungId,
        Map<String, Object> facts) {

    /** What it says at such a place as after.suds; null when it says nothing there. */
    public @Nullable Object at(String place) {
        return facts.get(place);
    }
}
