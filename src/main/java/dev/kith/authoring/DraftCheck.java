package dev.kith.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.definition.DefinitionFault;
import dev.kith.definition.DefinitionReview;
import dev.kith.definition.Definitions;
import dev.kith.definition.ReadDefinition;
import dev.kith.problem.Problem;
import dev.kith.problem.ProblemException;
import java.util.List;
import java.util.regex.Pattern;

/** What a definition must be to be kept as a draft: named rightly, of bounded size, readable, and with no text that hides. It need not be
 * finished. */
final class DraftCheck {
    private static final Pattern KEY = Pattern.compile("(?=.{1,64}$)[a-z0-9]+(-[a-z0-9]+)*");

    private DraftCheck() {}

    /** The key that it gives itself; 422 when it gives none that can be one. */
    static String key(ObjectNode written) {
        var key = written.path("key");
        if (!key.isTextual() || !KEY.matcher(key.textValue()).matches()) {
            throw ProblemException.invalid("/key", "key", "must be lower-kebab, such as evening-check, 64 characters");
        }
        return key.textValue();
    }

    /** Reads it as this version of this questionnaire; what it leaves out of its name is filled in. 422 with every fault. */
    static ReadDefinition read(ObjectNode written, String key, int version) {
        var named = written.deepCopy();
        fill(named, "key", named.textNode(key));
        fill(named, "version", named.numberNode(version));
        var reviewed = DefinitionReview.of(named);
        var definition = reviewed.definition();
        if (definition == null
                || reviewed.faults().stream().anyMatch(fault -> fault.code().equals("hidden-character"))) {
            throw ProblemException.invalid(told(reviewed.faults()));
        }
        return Definitions.readJson(Definitions.json(definition)); // one spelling, whatever it was written in
    }

    static List<Problem.Fault> told(List<DefinitionFault> faults) {
        return faults.stream()
                .map(fault -> new Problem.Fault(fault.pointer(), fault.code(), fault.detail()))
                .toList();
    }

    /** Names it as where it is put; 422 when it names itself otherwise. */
    static void fill(ObjectNode named, String name, JsonNode right) {
        var said = named.get(name);
        if (said == null) {
            named.set(name, right);
        } else if (!said.asText().equals(right.asText()) || said.isTextual() != right.isTextual()) {
            throw ProblemException.invalid("/" + name, "not-this-one", "must be " + right.asText() + " here");
        }
    }
}
