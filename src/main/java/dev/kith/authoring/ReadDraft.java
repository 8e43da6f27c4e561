package dev.kith.authoring;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.content.DraftCheck;
import dev.kith.definition.DefinitionReview;
import dev.kith.definition.Definitions;
import dev.kith.definition.ReadDefinition;
import dev.kith.problem.ProblemException;

/** A questionnaire that is fit to be kept as a draft. */
final class ReadDraft {
    private ReadDraft() {}

    /** Reads it as this version of this questionnaire; what it leaves out of its name is filled in. 422 with every fault. */
    static ReadDefinition of(ObjectNode written, String key, int version) {
        var reviewed = DefinitionReview.of(DraftCheck.named(written, key, version));
        var definition = reviewed.definition();
        if (definition == null || DraftCheck.hides(reviewed.faults())) {
            throw ProblemException.invalid(DraftCheck.told(reviewed.faults()));
        }
        return Definitions.readJson(Definitions.json(definition)); // one spelling, whatever it was written in
    }
}
