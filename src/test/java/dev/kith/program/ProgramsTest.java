package dev.kith.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.definition.DefinitionFault;
import dev.kith.definition.Definitions;
import dev.kith.exercise.ExerciseDefinition;
import dev.kith.exercise.Exercises;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The language of programs, and those that ship. */
class ProgramsTest {

    @Test
    void whatShipsMayBePublished() {
        for (var tree : Programs.trees()) {
            var reviewed = Programs.review(tree, (definition, faults) -> {});
            assertThat(reviewed.faults()).as(tree.path("key").asText()).isEmpty();
        }
    }

    @Test
    void whatShipsGivesOnlyWhatShips() {
        var known = new TreeSet<String>();
        Exercises.shipped().forEach(read -> known.add(read.definition().key()));
        Definitions.shipped().forEach(read -> known.add(read.definition().key()));
        var named = new TreeSet<String>();
        Programs.trees()
                .forEach(tree -> tree.path("steps").forEach(step -> {
                    if (step.has("key")) {
                        named.add(step.path("key").asText());
                    }
                    step.path("alternatives").forEach(other -> named.add(other.asText()));
                }));
        assertThat(known).containsAll(named);
    }

    /** Week by week: what is given, how often, what else may be given for it, and what must be so. */
    @Test
    void theEightWeeksAreTheirTable() {
        assertThat(table("learning-to-trust-again"))
                .containsExactlyElementsOf("""
                0 screener ksr-20
                0 screener phq-9
                0 screener gad-7
                0 screener k10 or core-10
                0 screener pcl-5 optional by clinician
                0 reading reading-healthy-and-hyper
                0 reading reading-survival-strategy
                0 exercise grounding-five-senses 3 a week
                0 review w0-review
                1 screener phq-4
                1 exercise im-fine-pause 1 a day
                1 exercise slow-breath or grounding-five-senses 1 a day
                1 exercise evening-journal 3 a week
                2 screener phq-4
                2 exercise build-asking-ladder 1 a week if somebody is safe
                2 review w2-ladder-review
                2 exercise ask-and-notice 3 a week if somebody is safe
                2 exercise support-map 1 a week
                3 screener phq-9
                3 screener gad-7
                3 review w3-early-look
                3 exercise asking-ladder 2 a week if somebody is safe
                3 exercise thought-record-needing 2 a week
                3 reading reading-what-it-costs
                4 screener ksr-20
                4 exercise receive-without-repaying 2 a week if somebody is safe
                4 exercise hand-over-one-task 1 a week
                4 exercise trust-goals 1 a week
                4 review w4-mid-review back to 2, 3
                4 referral w4-group optional
                5 screener phq-4
                5 exercise would-they-mind 2 a week if somebody is safe
                5 exercise need-script 1 a week
                5 exercise body-scan or mindful-touch 1 a week by clinician
                5 exercise where-i-learned-it 1 a week optional by clinician
                6 screener phq-9
                6 screener gad-7
                6 exercise share-one-feeling 2 a week if somebody is safe
                6 exercise boundary-sentence 1 a week
                6 exercise asking-ladder 2 a week if somebody is safe
                7 screener phq-4
                7 exercise letter-to-the-child-who-coped 1 a week optional by clinician
                7 exercise two-way-week 1 a day
                7 reading reading-interdependence
                8 screener ksr-20
                8 screener phq-9
                8 screener gad-7
                8 screener k10 or core-10
                8 screener pcl-5 optional
                8 exercise trust-goals 1 a week
                8 reading reading-slips
                8 review w8-relapse-plan
                8 review w8-closing back to 2, 3, 4, 5, 6, 7
                20 screener ksr-20
                20 screener phq-9
                20 screener gad-7
                20 screener k10 or core-10
                20 review w20-follow-up back to 0, 1, 2, 3, 4, 5, 6, 7, 8
                """.lines().toList());
    }

    /** Who gets reliably worse early on is not sent to ask. Nothing else changed, so that who is in the first goes on as it is. */
    @Test
    void theSecondVersionOfTheEightWeeksIsTheFirstWithAGateOnTheFirstAsks() {
        var first = version("learning-to-trust-again", 1);
        var second = version("learning-to-trust-again", 2);
        assertThat(second.steps().stream().map(ProgramsTest::line))
                .containsExactlyElementsOf(table("learning-to-trust-again").stream()
                        .map(line -> line.equals("3 exercise asking-ladder 2 a week if somebody is safe")
                                ? line + " unless worse"
                                : line)
                        .toList());
        var gates = second.require("w3-rungs-1-2").gates();
        assertThat(gates).startsWith(first.require("w3-rungs-1-2").gates().toArray(ProgramGate[]::new));
        assertThat(gates.get(2).text()).isNotNull();
        assertThat(gates.get(2).questionnaire()).as("whatever is measured").isNull();
        for (var i = 0; i < first.steps().size(); i++) {
            if (!first.steps().get(i).code().equals("w3-rungs-1-2")) {
                assertThat(second.steps().get(i)).isEqualTo(first.steps().get(i));
            }
        }
    }

    @Test
    void theFourWeeksAreTheirTable() {
        assertThat(table("somatic-first-steps"))
                .containsExactlyElementsOf("""
                0 screener ksr-20
                0 screener phq-4
                0 review w0-review
                1 exercise grounding-five-senses 1 a day
                1 reading reading-body-alarms
                2 exercise slow-breath 3 a week
                2 exercise mindful-touch 3 a week optional
                2 review w2-look back to 1, 2
                3 exercise ask-and-notice 4 a week if somebody is safe
                4 exercise asking-ladder 2 a week if somebody is safe
                4 screener ksr-20
                4 screener phq-4
                4 review w4-closing back to 1, 2, 3, 4
                4 referral w4-further optional
                """.lines().toList());
    }

    @Test
    void theEightWeekProgramAsksAsItsTableSays() {
        var program = Programs.readJson(Programs.shipped().get(0).json());
        assertThat(program.weeks()).isEqualTo(8);
        assertThat(keysOf(program, 0, StepType.SCREENER)).containsExactly("ksr-20", "phq-9", "gad-7", "k10", "pcl-5");
        assertThat(keysOf(program, 8, StepType.SCREENER)).containsExactly("ksr-20", "phq-9", "gad-7", "k10", "pcl-5");
        assertThat(keysOf(program, 1, StepType.EXERCISE))
                .containsExactly("im-fine-pause", "slow-breath", "evening-journal");
        assertThat(program.followUpWeeks()).containsExactly(20);
    }

    /** In the week in which a ladder is only built, nothing that is logged can be a try on it. */
    @Test
    void theWeekOfBuildingTheLadderAsksForNoTry() {
        var program = Programs.readJson(Programs.shipped().get(0).json());
        var builds = exercise(program.require("w2-build-ladder").key());
        assertThat(builds.ladder()).isFalse();
        assertThat(builds.outcome()).isEmpty();
        assertThat(builds.before())
                .noneMatch(field -> field.required() || field.code().equals("rung"));
        assertThat(builds.languages()).containsExactly("en", "de");
        assertThat(builds.title().in("de")).isEqualTo("Deine Leiter des Bittens bauen");
        assertThat(builds.gates()).isEqualTo(exercise("asking-ladder").gates());
        assertThat(exercise(program.require("w3-rungs-1-2").key()).ladder()).isTrue();
    }

    private static ExerciseDefinition exercise(@Nullable String key) {
        return Exercises.shipped().stream()
                .map(read -> read.definition())
                .filter(definition -> definition.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eachFaultIsToldWithItsPlace() {
        assertThat(faults(steps -> step(steps, 1).put("week", 0).put("code", "first-look")))
                .contains("/steps/1/code code-twice");
        assertThat(faults(steps -> step(steps, 0).put("week", 2))).contains("/steps/1/week weeks-out-of-order");
        assertThat(faults(steps -> step(steps, 2).put("week", 7))).contains("/steps/2/week unknown-week");
        assertThat(faults(steps -> gate(steps, 1).put("step", "nowhere")))
                .contains("/steps/1/gates/0/step unknown-step");
        assertThat(faults(steps -> gate(steps, 1).put("step", "arrive")))
                .contains("/steps/1/gates/0/step waits-for-later");
        assertThat(faults(steps -> step(steps, 0).put("optional", true)))
                .contains("/steps/1/gates/0/step waits-for-optional");
        assertThat(faults(steps -> step(steps, 1).put("key", "phq-9"))).contains("/steps/1 not-for-this-type");
        assertThat(faults(steps -> step(steps, 0).remove("key"))).contains("/steps/0/key key-missing");
        assertThat(faults(steps -> ((ObjectNode) step(steps, 2).path("dose"))
                        .put("per", "day")
                        .put("times", 8)))
                .contains("/steps/2/dose/times dose-too-high");
        assertThat(faults(steps -> gate(steps, 1).put("kind", "score")))
                .contains("/steps/1/gates/0/step not-for-this-kind", "/steps/1/gates/0/scale missing");
        assertThat(faults(steps -> gate(steps, 1).put("kind", "no-signal")))
                .contains("/steps/1/gates/0/step not-for-this-kind", "/steps/1/gates/0/rule missing");
        assertThat(faults(steps -> gate(steps, 1).put("rule", "reliable-deterioration")))
                .contains("/steps/1/gates/0/rule not-for-this-kind");
        assertThat(faults(steps -> signals(steps).put("rule", "lost-gain"))).contains("/steps/1/gates/0/rule enum");
        assertThat(faults(steps -> signals(steps).put("scale", "total")))
                .contains("/steps/1/gates/0/scale not-for-this-kind");
        assertThat(faults(steps -> signals(steps).put("atLeast", 3))).contains("/steps/1/gates/0 not-for-this-kind");
        assertThat(faults(steps -> signals(steps).put("questionnaire", "phq-9")))
                .isEmpty();
        assertThat(faults(steps -> signals(steps))).isEmpty();
        assertThat(faults(steps -> step(steps, 0)
                        .putArray("gates")
                        .addObject()
                        .put("kind", "no-signal")
                        .put("rule", "reliable-deterioration")))
                .contains("/steps/0/gates/0/kind holds-its-measure");
        assertThat(faults(steps -> step(steps, 2).putObject("words").put("de", "Hallo")))
                .contains("/steps/2/words other-languages");
        assertThat(faults(steps -> step(steps, 2).put("week", -1))).contains("/steps/2/week minimum");
    }

    @Test
    void stepsThatWaitForEachOtherAreACircle() {
        assertThat(faults(steps -> {
                    step(steps, 0)
                            .putArray("gates")
                            .addObject()
                            .put("kind", "step-done")
                            .put("step", "talk");
                }))
                .contains("/steps/0/gates/0/step circle", "/steps/1/gates/0/step circle");
    }

    @Test
    void theSameProgramIsSpelledInOneWay() {
        var read = Programs.shipped().get(2);
        assertThat(read.checksum()).matches("[0-9a-f]{64}");
        assertThat(Programs.readJson(read.json()).key()).isEqualTo("somatic-first-steps");
    }

    private static ProgramDefinition version(String key, int version) {
        return Programs.shipped().stream()
                .map(read -> Programs.readJson(read.json()))
                .filter(one -> one.key().equals(key) && one.version() == version)
                .findFirst()
                .orElseThrow();
    }

    /** Of the first version. */
    private static List<String> table(String key) {
        var program = version(key, 1);
        return program.steps().stream().map(ProgramsTest::line).toList();
    }

    private static String line(ProgramDefinition.Step step) {
        var line = new StringBuilder()
                .append(step.week())
                .append(' ')
                .append(step.type().name().toLowerCase(Locale.ROOT))
                .append(' ')
                .append(step.key() == null ? step.code() : step.key());
        step.alternatives().forEach(other -> line.append(" or ").append(other));
        var dose = step.dose();
        if (dose != null) {
            line.append(" %d a %s".formatted(dose.times(), dose.per().name().toLowerCase(Locale.ROOT)));
        }
        if (step.optional()) {
            line.append(" optional");
        }
        if (step.gates().stream().anyMatch(gate -> gate.kind() == GateKind.CLINICIAN)) {
            line.append(" by clinician");
        }
        if (step.gates().stream().anyMatch(gate -> "ksr-20.q0b".equals(gate.item()))) {
            line.append(" if somebody is safe");
        }
        if (step.gates().stream().anyMatch(gate -> gate.kind() == GateKind.NO_SIGNAL)) {
            line.append(" unless worse");
        }
        if (!step.mayReturnTo().isEmpty()) {
            line.append(" back to ")
                    .append(step.mayReturnTo().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        return line.toString();
    }

    private static List<String> keysOf(ProgramDefinition program, int week, StepType type) {
        var keys = new ArrayList<String>();
        for (var step : program.steps()) {
            if (step.week() == week && step.type() == type && step.key() != null) {
                keys.add(step.key());
            }
        }
        return keys;
    }

    private static List<String> faults(Consumer<ArrayNode> change) {
        JsonNode tree = Definitions.parseJson("""
                {"key": "two-quiet-weeks", "version": 1, "languages": ["en"], "title": {"en": "Two quiet weeks"},
                 "purpose": {"en": "Arrive."}, "weeks": 2,
                 "steps": [
                  {"code": "first-look", "week": 0, "type": "screener", "key": "phq-4", "words": {"en": "Questions."}},
                  {"code": "talk", "week": 0, "type": "review", "words": {"en": "We talk."},
                   "gates": [{"kind": "step-done", "step": "first-look"}]},
                  {"code": "arrive", "week": 1, "type": "exercise", "key": "grounding-five-senses",
                   "dose": {"times": 3, "per": "week"}, "words": {"en": "Three times."}}]}
                """);
        change.accept((ArrayNode) tree.path("steps"));
        return Programs.review(tree, (definition, faults) -> {}).faults().stream()
                .map(ProgramsTest::told)
                .toList();
    }

    private static String told(DefinitionFault fault) {
        return fault.pointer() + " " + fault.code();
    }

    private static ObjectNode step(ArrayNode steps, int place) {
        return (ObjectNode) steps.path(place);
    }

    private static ObjectNode signals(ArrayNode steps) {
        var gate = gate(steps, 1);
        gate.remove("step");
        return gate.put("kind", "no-signal").put("rule", "reliable-deterioration");
    }

    private static ObjectNode gate(ArrayNode steps, int place) {
        return (ObjectNode) steps.path(place).path("gates").path(0);
    }
}
