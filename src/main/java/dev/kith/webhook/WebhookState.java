package dev.kith.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a webhook is called. */
enum WebhookState {
    @JsonProperty("enabled")
    ENABLED,
    @JsonProperty("disabled")
    DISABLED
}
