package dev.kith.feedback;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Who speaks: the client, or somebody for the care team. */
public enum Side {
    @JsonProperty("client")
    CLIENT,
    @JsonProperty("care-team")
    CARE_TEAM;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
