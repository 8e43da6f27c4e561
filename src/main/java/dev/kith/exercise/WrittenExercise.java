package dev.kith.exercise;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.content.Written;
import dev.kith.contract.Example;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An exercise as somebody wrote it or will read it, not yet looked at. */
@Schema(
        type = SchemaType.OBJECT,
        description =
                "An exercise definition, see /schemas/exercise.json; application/yaml says the same in YAML. 512 KiB"
                        + " at most.")
@Example("""
        {"key": "evening-walk", "version": 1, "kind": "exercise", "languages": ["en"], "title": {"en": "Evening walk"}, "purpose": {"en": "Walk around the block and notice what changes."}, "label": {"en": "Own exercise of the practice."}, "minutes": 20, "approaches": ["self-care"], "domains": ["self-care"], "assignedBy": ["clinician", "client"], "contraindications": [{"en": "Not after dark where that is not safe."}], "stopRules": [{"code": "too-much", "text": {"en": "Turn back when it is too much."}, "when": {"field": "after.suds", "atLeast": 8}}], "steps": [{"text": {"en": "Walk for a quarter of an hour."}, "minutes": 15}, {"text": {"en": "Look at three things that you never looked at."}}], "before": [{"code": "suds", "type": "rating", "required": true, "label": {"en": "How distressed am I?"}}], "after": [{"code": "suds", "type": "rating", "required": true, "label": {"en": "How distressed am I now?"}}], "derived": [{"code": "distress-drop", "title": {"en": "How far distress came down"}, "kind": "difference", "from": "before.suds", "to": "after.suds", "better": "higher"}]}
        """)
final class WrittenExercise extends Written {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    WrittenExercise(ObjectNode json) {
        super(json);
    }
}
