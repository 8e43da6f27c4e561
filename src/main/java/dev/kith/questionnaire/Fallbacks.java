package dev.kith.questionnaire;

import dev.kith.definition.Definition;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Places in a definition as places in what a reader is shown: options stand with each item that offers them. */
final class Fallbacks {
    private static final String OPTION_SETS = "/optionSets/";

    private Fallbacks() {}

    static List<String> shown(List<String> places, Definition definition, boolean forClient) {
        return places.stream()
                .filter(place -> !forClient || !place.startsWith("/alertRules/"))
                .flatMap(place -> place.startsWith(OPTION_SETS)
                        ? ofItems(place.substring(OPTION_SETS.length()), definition)
                        : Stream.of(place))
                .toList();
    }

    /** The place is the set's name and the rest. */
    private static Stream<String> ofItems(String place, Definition definition) {
        var end = place.indexOf('/');
        var set = place.substring(0, end);
        return IntStream.range(0, definition.items().size())
                .filter(i -> set.equals(definition.items().get(i).options()))
                .mapToObj(i -> "/items/" + i + "/options" + place.substring(end));
    }
}
