package dev.kith.authoring;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.content.Written;
import dev.kith.contract.Example;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A definition as somebody wrote it or will read it: JSON on the wire or YAML, the same model, not yet looked at. */
@Schema(
        type = SchemaType.OBJECT,
        description = "A questionnaire definition; application/yaml says the same in YAML. 512 KiB at most.")
@Example("""
        {"key": "evening-check", "version": 1, "languages": ["en"], "title": {"en": "Evening check"}, "purpose": {"en": "How the day went, in two questions."}, "validated": false, "normed": false, "label": {"en": "Own questions of the practice; not validated."}, "recallPeriod": "P1D", "instruction": {"en": "Think of today."}, "optionSets": {"often": [{"value": 0, "label": {"en": "Not at all"}}, {"value": 1, "label": {"en": "Somewhat"}}, {"value": 2, "label": {"en": "A lot"}}]}, "items": [{"linkId": "evening-check.1", "type": "choice", "required": true, "options": "often", "text": {"en": "I felt rested."}, "reversed": true}, {"linkId": "evening-check.2", "type": "choice", "required": true, "options": "often", "text": {"en": "I felt on edge."}}], "scales": [{"code": "total", "title": {"en": "Strain"}, "method": "sum", "items": ["evening-check.1", "evening-check.2"], "missing": {"rule": "strict"}, "decimals": 0, "direction": "higher-is-worse"}], "alertRules": [], "passport": {"licence": {"code": "CC-BY-4.0", "holder": "Willow", "attribution": "Willow", "commercialUse": true, "modificationAllowed": true, "translationAllowed": true, "checkedOn": "2026-11-01"}, "wordingIncluded": true, "citations": [{"id": "own", "text": "Written by the practice."}], "vectors": [{"name": "rested and calm", "kind": "minimum", "answers": {"evening-check.1": 2, "evening-check.2": 0}, "expect": {"total": {"value": 0}}}]}}
        """)
final class WrittenDefinition extends Written {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    WrittenDefinition(ObjectNode json) {
        super(json);
    }
}
