package dev.kith.broadcast;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was remembered is stale. Fired on every replica: on the one that changed it before its reply leaves, on the others
 * within a second.
 *
 * @param topic what kind of thing changed; null when anything may have, after a time in which nothing could be heard
 * @param practice whose; null with the topic
 */
public record Heard(@Nullable String topic, @Nullable UUID practice) {

    /** Nothing could be heard for a while: whatever is remembered may be stale. */
    static final Heard ANYTHING = new Heard(null, null);

    /** Whether this topic is meant, for all practices when none is named. */
    public boolean isAbout(String wanted) {
        return topic == null || topic.equals(wanted);
    }
}
