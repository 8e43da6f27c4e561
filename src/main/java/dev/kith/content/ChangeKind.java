package dev.kith.content;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much a version changes against the one before. */
@Schema(description = "editorial: words only, scores and logs stay comparable. substantive: a new series begins.")
public enum ChangeKind {
    @JsonProperty("editorial")
    EDITORIAL,
    @JsonProperty("substantive")
    SUBSTANTIVE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
