package dev.kith.formulation;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a tag is about. */
@Schema(
        description =
                "origin: where the pattern may come from; a client may choose it too. pattern: how it shows, as the care team sees it; the care team's"
                        + " alone.")
enum FormulationTagKind {
    @JsonProperty("origin")
    ORIGIN,
    @JsonProperty("pattern")
    PATTERN
}
