package dev.kith.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Where one event for one webhook stands. */
enum DeliveryState {
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("sending")
    SENDING,
    @JsonProperty("delivered")
    DELIVERED,
    @JsonProperty("dead")
    DEAD;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
