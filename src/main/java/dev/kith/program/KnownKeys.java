package dev.kith.program;

import dev.kith.change.ReliableChange;
import dev.kith.definition.Faults;
import dev.kith.definition.Item;
import dev.kith.definition.Pointers;
import dev.kith.exercise.ExerciseCatalogue;
import dev.kith.questionnaire.Published;
import dev.kith.questionnaire.QuestionnaireCatalogue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Whether all that a program names is there and published: what it gives, and what its gates look at. */
@ApplicationScoped
class KnownKeys {
    @Inject
    QuestionnaireCatalogue questionnaires;

    @Inject
    ExerciseCatalogue exercises;

    void check(ProgramDefinition definition, Faults faults) {
        for (var i = 0; i < definition.steps().size(); i++) {
            var step = definition.steps().get(i);
            if (step.key() != null) {
                given(step.type(), step.key(), Pointers.to("steps", i, "key"), faults);
            }
            for (var a = 0; a < step.alternatives().size(); a++) {
                given(step.type(), step.alternatives().get(a), Pointers.to("steps", i, "alternatives", a), faults);
            }
            for (var g = 0; g < step.gates().size(); g++) {
                looked(step.gates().get(g), Pointers.to("steps", i, "gates", g), faults);
            }
        }
        for (var g = 0; g < definition.gates().size(); g++) {
            looked(definition.gates().get(g), Pointers.to("gates", g), faults);
        }
        var suggested = definition.suggestedWhen();
        if (suggested != null) {
            scale(suggested.questionnaire(), suggested.scale(), "/suggestedWhen", faults);
        }
    }

    private void given(StepType type, String key, String at, Faults faults) {
        switch (type) {
            case SCREENER ->
                faults.unless(
                        questionnaires.findCurrent(key).isPresent(),
                        at,
                        "unknown-questionnaire",
                        "no published questionnaire has this key: " + key);
            case EXERCISE, READING -> {
                var found = exercises.findCurrent(key);
                faults.unless(
                        found.isPresent(),
                        at,
                        "unknown-exercise",
                        "no published exercise or reading has this key: " + key);
                faults.unless(
                        found.isEmpty() || found.get().isReading() == (type == StepType.READING),
                        at,
                        "other-kind",
                        "a reading is read, an exercise is done");
            }
            case REVIEW, REFERRAL -> {}
        }
    }

    private void looked(ProgramGate gate, String at, Faults faults) {
        if (gate.questionnaire() == null) {
            return;
        }
        if (gate.kind() == GateKind.NO_SIGNAL) {
            judged(gate.questionnaire(), at, faults);
        }
        if (gate.scale() != null) {
            scale(gate.questionnaire(), gate.scale(), at, faults);
        }
        if (gate.item() != null) {
            var found = published(gate.questionnaire(), at, faults);
            faults.unless(
                    found == null
                            || found.definition().items().stream()
                                    .map(Item::linkId)
                                    .anyMatch(gate.item()::equals),
                    at + "/item",
                    "unknown-item",
                    "the questionnaire has no such item: " + gate.item());
        }
    }

    /** Where nothing was published about reliable change, the rule never speaks, and the gate would only seem to watch. */
    private void judged(String questionnaire, String at, Faults faults) {
        var found = published(questionnaire, at, faults);
        faults.unless(
                found == null
                        || found.changeModels().values().stream()
                                .anyMatch(model -> ReliableChange.threshold(model) != null),
                at + "/questionnaire",
                "never-closes",
                "nothing is published on reliable change in this questionnaire: " + questionnaire);
    }

    private void scale(String questionnaire, String scale, String at, Faults faults) {
        var found = published(questionnaire, at, faults);
        faults.unless(
                found == null
                        || found.definition().scales().stream()
                                .anyMatch(one -> one.code().equals(scale)),
                at + "/scale",
                "unknown-scale",
                "the questionnaire has no such scale: " + scale);
    }

    private @Nullable Published published(String questionnaire, String at, Faults faults) {
        var found = questionnaires.findCurrent(questionnaire).orElse(null);
        faults.unless(
                found != null,
                at + "/questionnaire",
                "unknown-questionnaire",
                "no published questionnaire has this key: " + questionnaire);
        return found;
    }
}
