package dev.kith.content;

import dev.kith.definition.DefinitionFault;
import dev.kith.problem.Problem;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What stands against publishing. */
@Schema(description = "Everything that stands against publishing; pointers are into the definition.")
public record ValidationReport(boolean valid, List<Problem.Fault> faults) {
    /** Of what a review said: a definition that cannot be read has faults too. */
    public static ValidationReport of(List<DefinitionFault> faults) {
        return new ValidationReport(faults.isEmpty(), DraftCheck.told(faults));
    }
}
