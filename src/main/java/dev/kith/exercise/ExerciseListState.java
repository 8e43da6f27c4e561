package dev.kith.exercise;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which versions a list holds. */
@Schema(description = "Which versions a list of exercises holds.")
enum ExerciseListState {
    @JsonProperty("published")
    PUBLISHED,
    @JsonProperty("draft")
    DRAFT
}
