package dev.kith.authoring;

import dev.kith.definition.DefinitionReview;
import dev.kith.problem.Problem;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What stands against publishing. */
@Schema(description = "Everything that stands against publishing; pointers are into the definition.")
record ValidationReport(boolean valid, List<Problem.Fault> faults) {
    static ValidationReport of(DefinitionReview.Reviewed reviewed) {
        return new ValidationReport(reviewed.publishable(), DraftCheck.told(reviewed.faults()));
    }
}
