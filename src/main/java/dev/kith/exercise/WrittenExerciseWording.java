package dev.kith.exercise;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.content.Written;
import dev.kith.contract.Example;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Words of an exercise as somebody wrote them, not yet looked at. */
@Schema(
        type = SchemaType.OBJECT,
        description = "Words of one version of an exercise in one language, placed as the version places its texts; see"
                + " /schemas/exercise-wording.json. What names the version and the language may be left out.")
@Example("""
        {"credit": "Willow", "texts": {"title": "Paseo de la tarde", "purpose": "Caminar un poco y notar qué cambia."}}
        """)
final class WrittenExerciseWording extends Written {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    WrittenExerciseWording(ObjectNode json) {
        super(json);
    }
}
