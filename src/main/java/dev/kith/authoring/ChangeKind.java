package dev.kith.authoring;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much a version changes against the one before. */
@Schema(description = "editorial: words only, scores stay comparable. substantive: a new series begins.")
enum ChangeKind {
    @JsonProperty("editorial")
    EDITORIAL,
    @JsonProperty("substantive")
    SUBSTANTIVE;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
