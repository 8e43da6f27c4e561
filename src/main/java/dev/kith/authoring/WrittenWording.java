package dev.kith.authoring;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.contract.Example;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A wording as somebody wrote it, not yet looked at. */
@Schema(
        type = SchemaType.OBJECT,
        description = "Words of one version in one language, by the names that its definition gives to places; see"
                + " /schemas/wording.json. What names the version, the language and the status may be left out.")
@Example("""
        {"credit": "Willow", "licenceNote": "Licence 4711 of 2026-03-01", "texts": {"title": "Wie es Ihnen geht", "items": {"phq-9.1": {"text": "Wenig Interesse oder Freude"}}}}
        """)
final class WrittenWording {
    @JsonIgnore
    private final ObjectNode json;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    WrittenWording(ObjectNode json) {
        this.json = json;
    }

    @JsonValue
    @Schema(hidden = true)
    ObjectNode json() {
        return json;
    }
}
