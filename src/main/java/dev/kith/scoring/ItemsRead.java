package dev.kith.scoring;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which items each scale reads in the end, through however many other scales. One that is left out of a scale is not read by it. */
final class ItemsRead {

    private final Given given;
    private final Map<String, Set<String>> byScale = new HashMap<>();

    ItemsRead(Given given) {
        this.given = given;
    }

    void by(Scale scale) {
        byScale.put(scale.code(), items(scale));
    }

    int items(String scale) {
        return of(scale).size();
    }

    int answered(String scale) {
        return (int) of(scale).stream().filter(given.numbers()::containsKey).count();
    }

    private Set<String> items(Scale scale) {
        var formula = scale.formula();
        if (formula instanceof Formula.OfItems of) {
            var items = new LinkedHashSet<>(of.items());
            items.removeIf(item -> scale.notAsked() == NotAsked.DROPPED && !given.asks(item));
            return items;
        }
        if (formula instanceof Formula.Share share) {
            return new LinkedHashSet<>(share.items());
        }
        if (formula instanceof Formula.OfScales of) {
            return all(of.scales());
        }
        return of(formula instanceof Formula.Linear linear ? linear.of() : ((Formula.Lookup) formula).of());
    }

    private Set<String> all(List<String> scales) {
        var items = new LinkedHashSet<String>();
        scales.forEach(scale -> items.addAll(of(scale)));
        return items;
    }

    private Set<String> of(String scale) {
        return byScale.getOrDefault(scale, Set.of());
    }
}
