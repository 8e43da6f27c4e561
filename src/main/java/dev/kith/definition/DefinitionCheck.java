package dev.kith.definition;

import java.util.ArrayList;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;

/** What a definition must fulfil beyond its shape before it may be published. */
final class DefinitionCheck {

    private DefinitionCheck() {}

    /** Tells what stands against shipping it. */
    static void ofShipped(Definition definition, Faults faults) {
        of(definition, faults);
        VectorCheck.ofShipped(definition, faults);
    }

    /** Tells what stands against a practice publishing it. */
    static void ofPractice(Definition definition, Faults faults) {
        of(definition, faults);
        VectorCheck.ofPractice(definition, faults);
    }

    private static void of(Definition definition, Faults faults) {
        OptionCheck.of(definition, faults);
        ItemCheck.of(definition, faults);
        EnablingCheck.of(definition, faults);
        texts(definition, faults);
        codes(definition, faults);
        ScaleCheck.of(definition, faults);
    }

    private static void texts(Definition definition, Faults faults) {
        DefinitionTexts.checkLanguages(definition, faults);
        if (definition.passport().wordingIncluded()) {
            for (var place = 0; place < definition.items().size(); place++) {
                faults.unless(
                        definition.items().get(place).text() != null,
                        Pointers.to("items", place),
                        "text-missing",
                        "the passport says that wording is included, but this item has none");
            }
        }
        faults.unless(
                definition.validated() || definition.label() != null,
                "/label",
                "label-missing",
                "not validated, but no label says so");
    }

    private record Coded(String pointer, @Nullable String loinc) {}

    /** A LOINC code means one thing; only answers may share theirs. */
    private static void codes(Definition definition, Faults faults) {
        var places = new ArrayList<Coded>();
        places.add(new Coded("/loinc", definition.loinc()));
        for (var i = 0; i < definition.items().size(); i++) {
            places.add(new Coded(
                    Pointers.to("items", i, "loinc"), definition.items().get(i).loinc()));
        }
        for (var i = 0; i < definition.scales().size(); i++) {
            places.add(new Coded(
                    Pointers.to("scales", i, "loinc"),
                    definition.scales().get(i).loinc()));
        }
        var seen = new HashSet<String>();
        for (var place : places) {
            faults.unless(
                    place.loinc() == null || seen.add(place.loinc()),
                    place.pointer(),
                    "loinc-twice",
                    "a LOINC code stands in two places: " + place.loinc());
        }
        definition.optionSets().forEach((name, options) -> {
            for (var i = 0; i < options.size(); i++) {
                places.add(new Coded(
                        Pointers.to("optionSets", name, i, "loinc"),
                        options.get(i).loinc()));
            }
        });
        places.stream()
                .filter(place -> place.loinc() != null && !Loinc.checks(place.loinc()))
                .forEach(place -> faults.add(
                        place.pointer(), "loinc-unsound", "no LOINC code, by its check digit: " + place.loinc()));
    }
}
