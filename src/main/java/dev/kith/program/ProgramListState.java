package dev.kith.program;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which versions a list holds. */
@Schema(description = "Which versions a list of programs holds.")
enum ProgramListState {
    @JsonProperty("published")
    PUBLISHED,
    @JsonProperty("draft")
    DRAFT
}
