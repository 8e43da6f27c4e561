package dev.kith.definition;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** All words of a definition that a person may read. */
final class DefinitionTexts {

    private DefinitionTexts() {}

    static List<Text> of(Definition definition) {
        return Stream.of(
                        Stream.of(
                                definition.title(), definition.purpose(), definition.label(), definition.instruction()),
                        definition.optionSets().values().stream()
                                .flatMap(List::stream)
                                .map(Option::label),
                        definition.items().stream().map(Item::text),
                        definition.scales().stream().map(ScaleDefinition::title),
                        definition.scales().stream()
                                .flatMap(scale -> scale.bands().stream())
                                .map(ScaleDefinition.BandDefinition::label),
                        definition.alertRules().stream().map(AlertRuleDefinition::title))
                .flatMap(texts -> texts)
                .filter(Objects::nonNull)
                .toList();
    }
}
