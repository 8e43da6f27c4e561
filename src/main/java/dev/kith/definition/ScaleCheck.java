package dev.kith.definition;

import dev.kith.scoring.BandCoverage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Scales: what they build on, their bands, and that nothing is claimed that was not studied. */
final class ScaleCheck {

    private ScaleCheck() {}

    static void of(Definition definition, Faults faults) {
        honesty(definition, faults);
        var items = new HashMap<String, Item>();
        definition.items().forEach(item -> items.put(item.linkId(), item));
        for (var i = 0; i < definition.scales().size(); i++) {
            items(definition.scales().get(i).items(), Pointers.to("scales", i, "items"), items, faults);
            items(definition.scales().get(i).whole(), Pointers.to("scales", i, "whole"), items, faults);
            bands(definition, i, faults);
            dimension(definition, i, faults);
        }
        var unfit = ScoringModels.faults(definition);
        unfit.forEach(fault -> faults.add(fault.pointer(), fault.code(), fault.detail()));
        if (!unfit.isEmpty()) {
            return;
        }
        try {
            var model = definition.scoringModel();
            for (var i = 0; i < definition.scales().size(); i++) {
                var code = definition.scales().get(i).code();
                var range = model.range(code);
                faults.unless(
                        range.min().compareTo(range.max()) < 0,
                        Pointers.to("scales", i),
                        "scale-of-one-value",
                        code + " is always " + range.min().toPlainString() + ", whatever is answered");
                var pointer = Pointers.to("scales", i, "bands");
                BandCoverage.faults(model, code).forEach(fault -> faults.add(pointer, "band-coverage", fault));
            }
        } catch (IllegalArgumentException | ArithmeticException beyond) {
            faults.add("/scales", "scoring-unfit", String.valueOf(beyond.getMessage()));
        }
    }

    private static void items(List<String> read, String pointer, Map<String, Item> items, Faults faults) {
        for (var i = 0; i < read.size(); i++) {
            faults.unless(
                    items.containsKey(read.get(i)),
                    pointer + "/" + i,
                    "item-unknown",
                    "a scale builds on what is not there: " + read.get(i));
        }
    }

    /** A code names one band; or the same band of either sex, in the same words and by the same right. */
    private static void bands(Definition definition, int place, Faults faults) {
        var bands = definition.scales().get(place).bands();
        for (var i = 0; i < bands.size(); i++) {
            var late = bands.get(i);
            faults.unless(
                    bands.subList(0, i).stream()
                            .filter(early -> early.code().equals(late.code()))
                            .allMatch(early -> early.sex() != null
                                    && late.sex() != null
                                    && early.sex() != late.sex()
                                    && early.label().equals(late.label())
                                    && early.basis() == late.basis()),
                    Pointers.to("scales", place, "bands", i, "code"),
                    "band-twice",
                    late.code() + " names another band already");
        }
    }

    /** One scale of a questionnaire tells a dimension, so that progress has one answer for it; and what it says of its sources stands there. */
    private static void dimension(Definition definition, int place, Faults faults) {
        var dimension = definition.scales().get(place).dimension();
        if (dimension == null) {
            return;
        }
        faults.unless(
                definition.scales().subList(0, place).stream()
                        .map(ScaleDefinition::dimension)
                        .noneMatch(early -> early != null && early.code().equals(dimension.code())),
                Pointers.to("scales", place, "dimension", "code"),
                "dimension-twice",
                dimension.code() + " is told by another scale already");
        for (var i = 0; i < dimension.citations().size(); i++) {
            var id = dimension.citations().get(i);
            faults.unless(
                    definition.passport().citations().stream()
                            .anyMatch(citation -> citation.id().equals(id)),
                    Pointers.to("scales", place, "dimension", "citations", i),
                    "citation-unknown",
                    "the passport has no citation " + id);
        }
    }

    private static void honesty(Definition definition, Faults faults) {
        for (var i = 0; i < definition.scales().size(); i++) {
            var scale = definition.scales().get(i);
            var pointer = Pointers.to("scales", i, "change");
            faults.unless(
                    definition.validated() || scale.change() == null,
                    pointer,
                    "change-unfounded",
                    scale.code() + " has figures about change although nothing was validated");
            try {
                definition.changeModel(scale.code());
            } catch (IllegalArgumentException unfit) {
                faults.add(pointer, "change-unfit", String.valueOf(unfit.getMessage()));
            }
        }
    }
}
