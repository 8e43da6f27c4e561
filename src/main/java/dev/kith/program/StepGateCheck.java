package dev.kith.program;

import dev.kith.definition.Faults;
import dev.kith.definition.Pointers;
import dev.kith.program.ProgramDefinition.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Gates say all that their kind needs and no more, and no step waits for what cannot come before it. */
final class StepGateCheck {
    private StepGateCheck() {}

    static void of(ProgramDefinition definition, Faults faults) {
        for (var g = 0; g < definition.gates().size(); g++) {
            var gate = definition.gates().get(g);
            said(gate, Pointers.to("gates", g), faults);
            faults.unless(
                    gate.kind() != GateKind.STEP_DONE && gate.kind() != GateKind.CLINICIAN,
                    Pointers.to("gates", g, "kind"),
                    "not-for-all-steps",
                    "a gate of the whole program looks at answers");
            faults.unless(
                    gate.kind() != GateKind.NO_SIGNAL,
                    Pointers.to("gates", g, "kind"),
                    "holds-its-measure",
                    "a signal ends by answers, and nothing would ask for them");
        }
        for (var i = 0; i < definition.steps().size(); i++) {
            var step = definition.steps().get(i);
            for (var g = 0; g < step.gates().size(); g++) {
                var gate = step.gates().get(g);
                var at = Pointers.to("steps", i, "gates", g);
                said(gate, at, faults);
                faults.unless(
                        gate.kind() != GateKind.NO_SIGNAL || step.type() != StepType.SCREENER,
                        at + "/kind",
                        "holds-its-measure",
                        "a signal ends by answers, so a screener never waits for that");
                if (gate.kind() == GateKind.STEP_DONE && gate.step() != null) {
                    waits(definition, step, gate.step(), at + "/step", faults);
                }
            }
        }
    }

    private static void said(ProgramGate gate, String at, Faults faults) {
        var answer = gate.kind() == GateKind.ANSWER;
        var score = gate.kind() == GateKind.SCORE;
        needs(gate.kind() == GateKind.STEP_DONE, gate.step(), at + "/step", faults);
        var signal = gate.kind() == GateKind.NO_SIGNAL;
        needs(signal, gate.rule(), at + "/rule", faults);
        if (!signal) { // it may name one
            needs(answer || score, gate.questionnaire(), at + "/questionnaire", faults);
        }
        needs(answer, gate.item(), at + "/item", faults);
        needs(score, gate.scale(), at + "/scale", faults);
        var bounded = gate.atLeast() != null || gate.atMost() != null;
        faults.unless(gate.is().isEmpty() || answer, at + "/is", "not-for-this-kind", "only an answer is something");
        faults.unless(
                !answer || gate.is().isEmpty() == bounded,
                at,
                "is-or-bounds",
                "say is, or atLeast and atMost; not both");
        faults.unless(!score || bounded, at, "bound-missing", "say atLeast, atMost or both");
        faults.unless(!bounded || answer || score, at, "not-for-this-kind", "only an answer or a score has bounds");
        faults.unless(
                gate.atLeast() == null
                        || gate.atMost() == null
                        || gate.atLeast().compareTo(gate.atMost()) <= 0,
                at,
                "min-above-max",
                "atLeast is above atMost");
        faults.unless(
                gate.kind() != GateKind.EXERCISE, at + "/kind", "not-in-a-program", "an exercise brings its own gates");
        var item = gate.item();
        faults.unless(
                item == null || gate.questionnaire() == null || item.startsWith(gate.questionnaire() + "."),
                at + "/item",
                "item-of-another",
                "an item is named after its questionnaire: ksr-20.q0b");
    }

    private static void needs(
            boolean wanted, @org.jspecify.annotations.Nullable Object said, String at, Faults faults) {
        faults.unless(
                wanted == (said != null),
                at,
                wanted ? "missing" : "not-for-this-kind",
                "as the kind of the gate needs it");
    }

    private static void waits(ProgramDefinition definition, Step step, String other, String at, Faults faults) {
        var found = definition.step(other).orElse(null);
        if (found == null) {
            faults.add(at, "unknown-step", "no step has this code: " + other);
            return;
        }
        faults.unless(found.week() <= step.week(), at, "waits-for-later", "that step is in a later week");
        faults.unless(step.optional() || !found.optional(), at, "waits-for-optional", "that step may never be given");
        faults.unless(
                !reaches(definition, found, step.code(), new HashSet<>()),
                at,
                "circle",
                "the steps wait for each other");
    }

    private static boolean reaches(ProgramDefinition definition, Step from, String wanted, Set<String> seen) {
        if (from.code().equals(wanted)) {
            return true;
        }
        return seen.add(from.code())
                && waitsFor(from).stream()
                        .flatMap(code -> definition.step(code).stream())
                        .anyMatch(next -> reaches(definition, next, wanted, seen));
    }

    private static List<String> waitsFor(Step step) {
        return step.gates().stream()
                .filter(gate -> gate.kind() == GateKind.STEP_DONE)
                .map(ProgramGate::step)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }
}
