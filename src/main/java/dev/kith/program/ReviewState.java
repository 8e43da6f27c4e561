package dev.kith.program;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which of the clinician's steps. */
@Schema(description = "due: their week has begun where the client lives. to-come: they lie later.")
enum ReviewState {
    @JsonProperty("due")
    DUE,
    @JsonProperty("to-come")
    TO_COME
}
