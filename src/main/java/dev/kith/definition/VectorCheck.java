package dev.kith.definition;

import dev.kith.definition.Passport.TestVector;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;

/** The test vectors of the passport: enough of them, and each comes out as it says. */
final class VectorCheck {

    private static final int PER_SHIPPED_SCALE = 5;

    private VectorCheck() {}

    /** Five for each scale, of every kind. */
    static void ofShipped(Definition definition, Faults faults) {
        for (var i = 0; i < definition.scales().size(); i++) {
            var code = definition.scales().get(i).code();
            var about = about(definition, code);
            faults.unless(
                    about.size() >= PER_SHIPPED_SCALE,
                    Pointers.to("scales", i),
                    "vectors-few",
                    code + " has fewer than five test vectors");
            var missing = EnumSet.allOf(TestVector.Kind.class);
            missing.removeAll(about.stream().map(TestVector::kind).collect(Collectors.toSet()));
            faults.unless(
                    missing.isEmpty(),
                    Pointers.to("scales", i),
                    "vectors-missing",
                    code + " has no test vector of kind " + missing);
        }
        run(definition, faults);
    }

    /** One for each scale. */
    static void ofPractice(Definition definition, Faults faults) {
        for (var i = 0; i < definition.scales().size(); i++) {
            var code = definition.scales().get(i).code();
            faults.unless(
                    !about(definition, code).isEmpty(),
                    Pointers.to("scales", i),
                    "vectors-missing",
                    code + " has no test vector");
        }
        run(definition, faults);
    }

    private static List<TestVector> about(Definition definition, String scale) {
        return definition.passport().vectors().stream()
                .filter(vector -> vector.expect().containsKey(scale))
                .toList();
    }

    private static void run(Definition definition, Faults faults) {
        try {
            var outcomes = SelfTest.run(definition);
            for (var i = 0; i < outcomes.size(); i++) {
                var outcome = outcomes.get(i);
                var pointer = Pointers.to("passport", "vectors", i);
                outcome.differences()
                        .forEach(told -> faults.add(pointer, "vector-differs", outcome.vector() + ": " + told));
            }
        } catch (IllegalArgumentException | ArithmeticException unfit) {
            // What cannot be scored was told with the scales; what a vector asks for in vain is told here.
            faults.add("/passport/vectors", "vectors-unfit", String.valueOf(unfit.getMessage()));
        }
    }
}
