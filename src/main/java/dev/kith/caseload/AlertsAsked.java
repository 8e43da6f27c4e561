package dev.kith.caseload;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which clients, by their alerts. */
@Schema(description = "open: those with an alert that is not resolved.")
enum AlertsAsked {
    @JsonProperty("open")
    OPEN
}
