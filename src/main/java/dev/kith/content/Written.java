package dev.kith.content;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A definition as somebody wrote it or will read it: JSON on the wire or YAML, the same model, not yet looked at. Each kind has its own of this. */
public abstract class Written {
    @JsonIgnore
    private final ObjectNode json;

    protected Written(ObjectNode json) {
        this.json = json;
    }

    @JsonValue
    @Schema(hidden = true)
    public ObjectNode json() {
        return json;
    }
}
