package dev.kith.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much is too much. */
@ConfigMapping(prefix = "kith.limits")
interface LimitsConfig {
    /** Calls under way at once; further ones get 503 at once. Health and metrics are not counted. */
    @WithDefault("256")
    int inFlight();

    /** Calls per principal and minute, also the size of a burst. */
    @WithDefault("60000")
    long requestsPerMinute();

    /** Principals remembered; past that the one unseen for longest is forgotten. */
    @WithDefault("10000")
    int principals();

    /** Responses that a client's app may send in one day of the client's and that no task asks for; further ones get 429. */
    @WithDefault("200")
    int unplannedResponsesPerDay();

    /** The same of logs. */
    @WithDefault("500")
    int unplannedLogsPerDay();

    /** The same of a client's ratings of goals. */
    @WithDefault("200")
    int ratingsPerDay();
}
