package dev.kith.definition;

import java.util.HashSet;
import java.util.List;

/** Option sets: each value once, all of one kind. */
final class OptionCheck {

    private OptionCheck() {}

    static void of(Definition definition, Faults faults) {
        definition.optionSets().forEach((name, options) -> one(name, options, faults));
    }

    private static void one(String name, List<Option> options, Faults faults) {
        var seen = new HashSet<String>();
        for (var i = 0; i < options.size(); i++) {
            var option = options.get(i);
            faults.unless(
                    seen.add(option.name()),
                    Pointers.to("optionSets", name, i, "value"),
                    "value-twice",
                    "option set " + name + " has a value twice");
            faults.unless(
                    option.value().getClass() == options.get(0).value().getClass(),
                    Pointers.to("optionSets", name, i, "value"),
                    "mixed-values",
                    "option set " + name + " mixes numbers and codes");
            faults.unless(
                    option.score() == null || option.value() instanceof String,
                    Pointers.to("optionSets", name, i, "score"),
                    "score-twice",
                    "a number is its own score");
            faults.unless(
                    (option.score() == null) == (options.get(0).score() == null),
                    Pointers.to("optionSets", name, i),
                    "mixed-scores",
                    "option set " + name + " scores some of its codes only");
        }
    }
}
