package dev.kith.alert;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Where an alert stands. */
enum AlertState {
    @JsonProperty("open")
    OPEN,
    @JsonProperty("acknowledged")
    ACKNOWLEDGED,
    @JsonProperty("resolved")
    RESOLVED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
