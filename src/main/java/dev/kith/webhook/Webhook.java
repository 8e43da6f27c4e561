package dev.kith.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where software hears of events.
 *
 * @param events patterns as SQL compares; null: all
 * @param disabledBecause null while it is enabled
 */
record Webhook(
        UUID id,
        String url,
        @Nullable String description,
        @Nullable List<String> events,
        @Nullable String disabledBecause,
        Instant createdAt,
        Instant changedAt,
        int version) {
    static final String ENABLED = "enabled";
    static final String DISABLED = "disabled";
    /** Why it is disabled. */
    static final String ASKED = "asked";

    static final String GONE = "gone";

    boolean isEnabled() {
        return disabledBecause == null;
    }

    String state() {
        return isEnabled() ? ENABLED : DISABLED;
    }

    /** Because somebody asks so, or not at all; what is disabled already keeps its reason. */
    @Nullable
    String disabledWhen(WebhookState asked) {
        if (asked == WebhookState.ENABLED) {
            return null;
        }
        return disabledBecause == null ? ASKED : disabledBecause;
    }
}
