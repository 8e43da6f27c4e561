package dev.kith.definition;

import dev.kith.definition.Passport.TestVector;
import dev.kith.scoring.BandCoverage;
import dev.kith.scoring.ScoringModel;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a definition must fulfil beyond its shape before it may be published. Says everything that is wrong, in plain words. */
public final class DefinitionCheck {

    private static final int VECTORS_PER_SCALE = 5;

    private final Definition definition;
    private final List<String> faults = new ArrayList<>();

    private DefinitionCheck(Definition definition) {
        this.definition = definition;
    }

    /** Empty when the definition may be published. */
    public static List<String> faults(Definition definition) {
        var check = new DefinitionCheck(definition);
        check.linkIds();
        check.options();
        check.languages();
        check.codes();
        check.honesty();
        var model = check.model();
        if (model != null) {
            definition.scales().forEach(scale -> check.faults.addAll(BandCoverage.faults(model, scale.code())));
            check.vectors();
        }
        return List.copyOf(check.faults);
    }

    private void linkIds() {
        var seen = new HashSet<String>();
        for (var item : definition.items()) {
            faultUnless(seen.add(item.linkId()), "link id twice: " + item.linkId());
            faultUnless(
                    item.linkId().startsWith(definition.key() + "."),
                    "link id without " + definition.key() + ".: " + item.linkId());
        }
    }

    private void options() {
        for (var item : definition.items()) {
            var choice = item.type() == Item.Type.CHOICE || item.type() == Item.Type.MULTIPLE_CHOICE;
            faultUnless(
                    choice ? definition.options(item).size() > 1 : item.options() == null,
                    item.linkId() + (choice ? " offers nothing to choose" : " has options but is no choice"));
        }
        definition.optionSets().forEach((name, options) -> {
            faultUnless(
                    options.stream().map(Option::value).distinct().count() == options.size(),
                    "option set " + name + " has a value twice");
            faultUnless(
                    options.stream()
                                    .map(option -> option.value().getClass())
                                    .distinct()
                                    .count()
                            == 1,
                    "option set " + name + " mixes numbers and codes");
        });
    }

    private void languages() {
        var wanted = new HashSet<>(definition.languages());
        for (var text : DefinitionTexts.of(definition)) {
            faultUnless(
                    text.byLanguage().keySet().equals(wanted),
                    "a text has other languages than the definition: " + text.byLanguage());
        }
        faultUnless(
                !definition.passport().wordingIncluded()
                        || definition.items().stream().allMatch(item -> item.text() != null),
                "the passport says that wording is included, but an item has none");
    }

    private void codes() {
        var places = Stream.of(
                        Stream.of(definition.loinc()),
                        definition.items().stream().map(Item::loinc),
                        definition.scales().stream().map(ScaleDefinition::loinc))
                .flatMap(codes -> codes)
                .filter(Objects::nonNull)
                .toList();
        faultUnless(places.stream().distinct().count() == places.size(), "a LOINC code stands in two places");
        Stream.concat(
                        places.stream(),
                        definition.optionSets().values().stream()
                                .flatMap(List::stream)
                                .map(Option::loinc)
                                .filter(Objects::nonNull))
                .distinct()
                .forEach(code -> faultUnless(Loinc.checks(code), "no LOINC code, by its check digit: " + code));
    }

    private void honesty() {
        faultUnless(definition.validated() || definition.label() != null, "not validated, but no label says so");
        for (var scale : definition.scales()) {
            faultUnless(
                    definition.validated() || scale.change() == null,
                    scale.code() + " has figures about change although nothing was validated");
            tried(() -> definition.changeModel(scale.code()));
        }
    }

    private @Nullable ScoringModel model() {
        var before = faults.size();
        var model = new ScoringModel[1];
        tried(() -> model[0] = definition.scoringModel());
        return faults.size() > before ? null : model[0];
    }

    private void vectors() {
        for (var scale : definition.scales()) {
            var about = definition.passport().vectors().stream()
                    .filter(vector -> vector.expect().containsKey(scale.code()))
                    .toList();
            faultUnless(about.size() >= VECTORS_PER_SCALE, scale.code() + " has fewer than five test vectors");
            var missing = EnumSet.allOf(TestVector.Kind.class);
            missing.removeAll(about.stream().map(TestVector::kind).collect(Collectors.toSet()));
            faultUnless(missing.isEmpty(), scale.code() + " has no test vector of kind " + missing);
        }
        tried(() -> SelfTest.run(definition).stream()
                .filter(outcome -> !outcome.passed())
                .forEach(outcome -> faults.add(outcome.vector() + ": " + outcome.differences())));
    }

    private void tried(Runnable step) {
        try {
            step.run();
        } catch (IllegalArgumentException wrong) {
            faults.add(String.valueOf(wrong.getMessage()));
        }
    }

    private void faultUnless(boolean right, String fault) {
        if (!right) {
            faults.add(fault);
        }
    }
}
