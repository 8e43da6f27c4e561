package dev.kith.log;

import dev.kith.exercise.LogValues;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What every sender of a log says. */
interface Sending {
    @Nullable
    Map<String, @Nullable Object> before();

    @Nullable
    Map<String, @Nullable Object> during();

    @Nullable
    Map<String, @Nullable Object> after();

    @Nullable
    Boolean stopRuleUsed();

    @Nullable
    UUID rung();

    @Nullable
    Instant startedAt();

    @Nullable
    Instant clientTime();

    @Nullable
    String timeZone();

    @Nullable
    String language();

    boolean complete();

    default LogValues values() {
        return LogValues.sent(before(), during(), after());
    }
}
