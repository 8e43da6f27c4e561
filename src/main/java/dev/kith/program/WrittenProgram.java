package dev.kith.program;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.content.Written;
import dev.kith.contract.Example;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A program as somebody wrote it or will read it, not yet looked at. */
@Schema(
        type = SchemaType.OBJECT,
        description =
                "A program definition, see /schemas/program.json; application/yaml says the same in YAML. 512 KiB at most.")
@Example("""
        {"key": "two-quiet-weeks", "version": 1, "languages": ["en"], "title": {"en": "Two quiet weeks"}, "purpose": {"en": "Arrive, and look at how you are."}, "label": {"en": "Own program of the practice."}, "weeks": 2, "gates": [{"kind": "no-critical-alert", "text": {"en": "We talk first."}}], "steps": [{"code": "first-look", "week": 0, "type": "screener", "key": "phq-4", "words": {"en": "Four short questions."}}, {"code": "talk", "week": 0, "type": "review", "repeatable": true, "gates": [{"kind": "step-done", "step": "first-look"}], "words": {"en": "We look at it together."}}, {"code": "arrive", "week": 1, "type": "exercise", "key": "grounding-five-senses", "dose": {"times": 3, "per": "week"}, "repeatable": true, "gates": [{"kind": "step-done", "step": "talk"}], "words": {"en": "Three times this week, on any days."}}]}
        """)
final class WrittenProgram extends Written {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    WrittenProgram(ObjectNode json) {
        super(json);
    }
}
