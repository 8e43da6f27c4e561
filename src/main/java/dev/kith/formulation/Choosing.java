package dev.kith.formulation;

import dev.kith.definition.Pointers;
import dev.kith.formulation.FormulationParts.NamedBy;
import dev.kith.problem.Problem;
import dev.kith.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Whether what was chosen stands on the checklist, for the one who chose it. */
final class Choosing {
    private Choosing() {}

    /** @throws ProblemException 422 at each tag that is not there, is there twice, or is a pattern that is said to be the client's thought */
    static void requireFrom(Checklist list, FormulationParts parts) {
        var faults = new ArrayList<Problem.Fault>();
        var seen = new HashSet<String>();
        for (var i = 0; i < parts.tags().size(); i++) {
            var chosen = parts.tags().get(i);
            var tag = list.find(chosen.tag());
            if (tag.isEmpty()) {
                faults.add(unknown(Pointers.to("tags", i, "tag")));
            } else if (!seen.add(chosen.tag())) {
                faults.add(twice(Pointers.to("tags", i, "tag")));
            } else if (chosen.by() == NamedBy.CLIENT && !tag.get().isForClients()) {
                faults.add(new Problem.Fault(
                        Pointers.to("tags", i, "by"), "not-for-clients", "a pattern is what the care team sees"));
            }
        }
        require(faults);
    }

    /** @throws ProblemException 422 at each tag that is no origin, or is there twice; what a client may not choose is not there for them */
    static void requireFrom(Checklist list, OriginsParts parts) {
        var faults = new ArrayList<Problem.Fault>();
        var seen = new HashSet<String>();
        for (var i = 0; i < parts.tags().size(); i++) {
            var code = parts.tags().get(i);
            if (list.find(code).filter(Checklist.TagDefinition::isForClients).isEmpty()) {
                faults.add(unknown(Pointers.to("tags", i)));
            } else if (!seen.add(code)) {
                faults.add(twice(Pointers.to("tags", i)));
            }
        }
        require(faults);
    }

    private static Problem.Fault unknown(String pointer) {
        return new Problem.Fault(pointer, "unknown-tag", "is not on the checklist");
    }

    private static Problem.Fault twice(String pointer) {
        return new Problem.Fault(pointer, "twice", "is there already");
    }

    private static void require(List<Problem.Fault> faults) {
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
    }
}
