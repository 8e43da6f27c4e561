package dev.kith.sync;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an item tells; skips come first, so that what was done after all stands; sharing last, when its log is there. */
enum SyncKind {
    @JsonProperty("skip")
    SKIP,
    @JsonProperty("response")
    RESPONSE,
    @JsonProperty("log")
    LOG,
    @JsonProperty("sharing")
    SHARING
}
