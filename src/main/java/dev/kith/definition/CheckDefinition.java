package dev.kith.definition;

import java.util.List;

/** A flag for answers that are all alike over items asked both ways. */
public record CheckDefinition(String code, List<String> items) {

    public CheckDefinition {
        items = List.copyOf(items);
    }
}
