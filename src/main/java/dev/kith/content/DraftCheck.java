package dev.kith.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.definition.CanonicalJson;
import dev.kith.definition.DefinitionFault;
import dev.kith.definition.DefinitionFormat;
import dev.kith.problem.Problem;
import dev.kith.problem.ProblemException;
import java.util.List;
import java.util.regex.Pattern;

/** What a definition must be to be kept as a draft: named rightly, of bounded size, readable, and with no text that hides. It need not be
 * finished. */
public final class DraftCheck {
    private static final Pattern KEY = Pattern.compile("(?=.{1,64}$)[a-z0-9]+(-[a-z0-9]+)*");

    private DraftCheck() {}

    /**
     * A definition in the one spelling in which it is kept.
     *
     * @param title in its original language
     */
    record Kept(String key, int version, String title, String json, String checksum) {}

    /** The key that it gives itself; 422 when it gives none that can be one. */
    public static String key(ObjectNode written) {
        var key = written.path("key");
        if (!key.isTextual() || !KEY.matcher(key.textValue()).matches()) {
            throw ProblemException.invalid("/key", "key", "must be lower-kebab, such as evening-check, 64 characters");
        }
        return key.textValue();
    }

    /** The same, named as this version under this key; 422 when it names itself otherwise. */
    public static ObjectNode named(ObjectNode written, String key, int version) {
        var named = written.deepCopy();
        fill(named, "key", named.textNode(key));
        fill(named, "version", named.numberNode(version));
        return named;
    }

    /**
     * Words, named as in this language over this version under this key; 422 when they name themselves otherwise.
     *
     * @param kind what the version is called, which is the name of the field that holds its key
     */
    public static ObjectNode named(ObjectNode written, String kind, String key, int version, String language) {
        var named = written.deepCopy();
        fill(named, kind, named.textNode(key));
        fill(named, "version", named.numberNode(version));
        fill(named, "language", named.textNode(language));
        return named;
    }

    /** Reads it as this version under this key; what it leaves out of its name is filled in. 422 with every fault. */
    static Kept read(VersionKind kind, ObjectNode written, String key, int version) {
        var reviewed = kind.review(named(written, key, version));
        var definition = reviewed.definition();
        if (definition == null || hides(reviewed.faults())) {
            throw ProblemException.invalid(told(reviewed.faults()));
        }
        var tree = DefinitionFormat.tree(definition);
        var json = CanonicalJson.of(tree);
        var title = tree.path("title");
        var original = title.path(tree.path("languages").path(0).asText());
        return new Kept(key, version, original.asText(key), json, CanonicalJson.checksum(json));
    }

    /** Whether a text holds what its reader would not see. */
    public static boolean hides(List<DefinitionFault> faults) {
        return faults.stream().anyMatch(fault -> fault.code().equals("hidden-character"));
    }

    public static List<Problem.Fault> told(List<DefinitionFault> faults) {
        return faults.stream()
                .map(fault -> new Problem.Fault(fault.pointer(), fault.code(), fault.detail()))
                .toList();
    }

    /** Names it as where it is put; 422 when it names itself otherwise. */
    public static void fill(ObjectNode named, String name, JsonNode right) {
        var said = named.get(name);
        if (said == null) {
            named.set(name, right);
        } else if (!said.asText().equals(right.asText()) || said.isTextual() != right.isTextual()) {
            throw ProblemException.invalid("/" + name, "not-this-one", "must be " + right.asText() + " here");
        }
    }
}
