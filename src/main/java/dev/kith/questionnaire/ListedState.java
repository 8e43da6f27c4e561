package dev.kith.questionnaire;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which versions a list holds. */
@Schema(description = "Which versions a list holds.")
enum ListedState {
    @JsonProperty("published")
    PUBLISHED,
    @JsonProperty("draft")
    DRAFT
}
