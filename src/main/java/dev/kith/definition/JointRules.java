package dev.kith.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;

/** The rules over several questionnaires that ship with Kith. */
public final class JointRules {
    private static final ShippedFiles FILES = new ShippedFiles("/content/joint-rules/");

    private JointRules() {}

    /** All of them, in the order of the index. */
    public static List<JointRuleDefinition> shipped() {
        return FILES.index().stream().map(name -> readYaml(FILES.text(name))).toList();
    }

    /**
     * Reads YAML.
     *
     * @throws IllegalArgumentException when it is no joint rule; the message says where
     */
    public static JointRuleDefinition readYaml(String text) {
        try {
            return DefinitionFormat.read(CanonicalJson.of(Definitions.parseYaml(text)), JointRuleDefinition.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no joint rule: " + e.getMessage(), e);
        }
    }
}
