package dev.kith.exercise;

import dev.kith.definition.DefinitionFormat;
import dev.kith.definition.DefinitionTexts;
import dev.kith.definition.Faults;
import dev.kith.definition.Pointers;
import dev.kith.exercise.ExerciseDefinition.Starter;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** What an exercise must fulfil beyond its shape before it may be published. */
final class ExerciseCheck {
    static final DefinitionTexts.Names TEXTS = new DefinitionTexts.Names(
            Set.of("title", "purpose", "label", "consentPrompt", "text", "heading", "idea", "help", "low", "high"),
            Set.of("cautions", "contraindications", "paragraphs"));

    private ExerciseCheck() {}

    static void of(ExerciseDefinition definition, Faults faults) {
        DefinitionTexts.checkLanguages(DefinitionFormat.tree(definition), TEXTS, definition.languages(), faults);
        kind(definition, faults);
        starters(definition, faults);
        gates(definition, faults);
        stopRules(definition, faults);
        for (var part : LogPart.values()) {
            FieldCheck.of(part, definition.fields(part), faults);
        }
        DerivedCheck.of(definition, faults);
        LadderCheck.of(definition, faults);
    }

    private static void kind(ExerciseDefinition definition, Faults faults) {
        if (definition.kind() == ExerciseKind.READING) {
            faults.unless(!definition.body().isEmpty(), "/body", "body-missing", "a reading needs something to read");
            faults.unless(
                    definition.steps().isEmpty(), "/steps", "not-for-this-kind", "a reading is read: it has no steps");
        } else {
            faults.unless(!definition.steps().isEmpty(), "/steps", "steps-missing", "an exercise needs steps");
            faults.unless(definition.body().isEmpty(), "/body", "not-for-this-kind", "only a reading has a body");
        }
    }

    private static void starters(ExerciseDefinition definition, Faults faults) {
        var only = definition.approaches().stream()
                .filter(ExerciseDefinition::isClinicianOnly)
                .findFirst();
        var client = definition.assignedBy().indexOf(Starter.CLIENT);
        faults.unless(
                only.isEmpty() || client < 0,
                Pointers.to("assignedBy", client),
                "clinician-only",
                only.orElse("") + " is given by clinicians and never by clients to themselves");
    }

    private static void gates(ExerciseDefinition definition, Faults faults) {
        once("gates", definition.gates(), ExerciseDefinition.Gate::code, faults);
        for (var i = 0; i < definition.gates().size(); i++) {
            var gate = definition.gates().get(i);
            var item = gate.item();
            var opens = gate.opensOn().isEmpty() ? 0 : 1;
            var named = (gate.questionnaire() == null ? 0 : 1) + (item == null ? 0 : 1) + opens;
            faults.unless(
                    named == 0 || named == 3,
                    Pointers.to("gates", i),
                    "gate-half-said",
                    "name questionnaire, item and opensOn together, or none of them");
            faults.unless(
                    named != 3 || Objects.requireNonNull(item).startsWith(gate.questionnaire() + "."),
                    Pointers.to("gates", i, "item"),
                    "item-of-another",
                    "an item is named after its questionnaire: ksr-20.q0b");
            var at = Pointers.to("gates", i, "code");
            ShippedGates.unlike(gate).ifPresent(known -> faults.add(at, "gate-of-another", asks(known)));
        }
    }

    private static String asks(ExerciseDefinition.Gate known) {
        return known.onWordOnly()
                ? "the library's gate of this code opens by a clinician's word only; ask nothing, or take another code"
                : "the library's gate of this code asks for %s and opens on %s; do the same, or take another code"
                        .formatted(known.item(), known.opensOn());
    }

    private static void stopRules(ExerciseDefinition definition, Faults faults) {
        once("stopRules", definition.stopRules(), ExerciseDefinition.StopRule::code, faults);
        for (var i = 0; i < definition.stopRules().size(); i++) {
            var when = definition.stopRules().get(i).when();
            if (when != null) {
                var at = Pointers.to("stopRules", i, "when");
                var least = when.atLeast();
                var most = when.atMost();
                faults.unless(least != null || most != null, at, "bound-missing", "say atLeast, atMost or both");
                faults.unless(
                        least == null || most == null || least.compareTo(most) <= 0,
                        at,
                        "min-above-max",
                        "atLeast is above atMost");
                DerivedCheck.number(definition, when.field(), at + "/field", faults);
            }
        }
    }

    /** Each code names one thing. */
    static <T> void once(String list, List<T> things, Function<T, String> code, Faults faults) {
        var seen = new HashSet<String>();
        for (var i = 0; i < things.size(); i++) {
            faults.unless(
                    seen.add(code.apply(things.get(i))),
                    Pointers.to(list, i, "code"),
                    "code-twice",
                    "another one has this code: " + code.apply(things.get(i)));
        }
    }
}
