package dev.kith.definition;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Shipped definitions by name, whole or with one thing made wrong. */
final class Shipped {

    private Shipped() {}

    static Definition definition(String key) {
        return Definitions.readYaml(text(key)).definition();
    }

    static String text(String key) {
        return Definitions.resource(key + ".v1.yaml");
    }

    /** The definition with the first place where the text stands changed. */
    static Definition spoilt(String key, String text, String instead) {
        return Definitions.readYaml(spoiltText(key, text, instead)).definition();
    }

    static String spoiltText(String key, String text, String instead) {
        var whole = text(key);
        var at = whole.indexOf(text);
        if (at < 0) {
            throw new IllegalArgumentException(key + " does not say " + text);
        }
        return whole.substring(0, at) + instead + whole.substring(at + text.length());
    }

    /** What stands against shipping it, beyond its shape; in words. */
    static List<String> faults(Definition definition) {
        var faults = new Faults();
        DefinitionCheck.ofShipped(definition, faults);
        return faults.told().stream().map(DefinitionFault::detail).toList();
    }

    /** Answers to items 1 to so many, all alike. */
    static Map<String, Object> alike(String key, int items, Object answer) {
        var answers = new TreeMap<String, Object>();
        for (var i = 1; i <= items; i++) {
            answers.put(key + "." + i, answer);
        }
        return answers;
    }
}
