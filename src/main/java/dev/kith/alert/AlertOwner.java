package dev.kith.alert;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whose alerts are asked for. */
enum AlertOwner {
    @JsonProperty("me")
    ME
}
