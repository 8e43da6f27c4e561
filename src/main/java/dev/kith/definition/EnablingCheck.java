package dev.kith.definition;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Conditions under which items are asked: about questions that there are, with answers that these can take, and never about themselves. */
final class EnablingCheck {

    static final int LONGEST_CHAIN = 20;

    private final Definition definition;
    private final Faults faults;
    private final Map<String, Item> items = new LinkedHashMap<>();
    private final Map<String, Integer> chains = new HashMap<>();
    private final Set<String> onTheWay = new HashSet<>();

    private EnablingCheck(Definition definition, Faults faults) {
        this.definition = definition;
        this.faults = faults;
        definition.items().forEach(item -> items.putIfAbsent(item.linkId(), item));
    }

    static void of(Definition definition, Faults faults) {
        var check = new EnablingCheck(definition, faults);
        for (var place = 0; place < definition.items().size(); place++) {
            check.item(place, definition.items().get(place));
        }
    }

    private void item(int place, Item item) {
        for (var i = 0; i < item.enableWhen().size(); i++) {
            condition(
                    Pointers.to("items", place, "enableWhen", i),
                    item.enableWhen().get(i));
        }
        try {
            faults.unless(
                    chain(item) <= LONGEST_CHAIN,
                    Pointers.to("items", place, "enableWhen"),
                    "chain-too-long",
                    "waits for a chain of more than " + LONGEST_CHAIN + " items");
        } catch (Circle circle) {
            onTheWay.clear();
            faults.add(
                    Pointers.to("items", place),
                    "circle",
                    "whether it is asked depends on itself, by way of " + circle.via);
        }
    }

    /** Thrown out of a search, so it carries no stack. */
    private static final class Circle extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final String via;

        Circle(Item item) {
            super(null, null, false, false);
            via = item.linkId();
        }
    }

    /** How many conditions one after the other decide whether it is asked. */
    private int chain(Item item) {
        var known = chains.get(item.linkId());
        if (known != null) {
            return known;
        }
        if (!onTheWay.add(item.linkId())) {
            throw new Circle(item);
        }
        var longest = 0;
        for (var condition : item.enableWhen()) {
            longest = Math.max(longest, 1 + chain(condition.item()));
        }
        if (item.group() != null) {
            longest = Math.max(longest, chain(item.group()));
        }
        onTheWay.remove(item.linkId());
        chains.put(item.linkId(), longest);
        return longest;
    }

    private int chain(String linkId) {
        var item = items.get(linkId);
        return item == null ? 0 : chain(item);
    }

    private void condition(String pointer, EnableWhen condition) {
        var item = items.get(condition.item());
        if (item == null) {
            faults.add(pointer + "/item", "item-unknown", "there is no item " + condition.item());
        } else if (!item.type().answerable()) {
            faults.add(pointer + "/item", "item-not-answerable", condition.item() + " is a heading, not a question");
        } else {
            faults.unless(
                    !condition.operator().orders() || isOrdered(item),
                    pointer + "/operator",
                    "operator-unfit",
                    "answers to " + item.linkId() + " have no order");
            faults.unless(
                    canBeSaid(item, condition),
                    pointer + "/value",
                    "value-unfit",
                    "is nothing that " + item.linkId() + " could be answered with");
        }
    }

    private boolean isOrdered(Item item) {
        return switch (item.type()) {
            case INTEGER, DECIMAL, SLIDER, DATE, TIME -> true;
            case CHOICE, OPEN_CHOICE -> isNumeric(item);
            default -> false;
        };
    }

    private boolean isNumeric(Item item) {
        return definition.options(item).stream().allMatch(option -> option.value() instanceof BigDecimal);
    }

    private boolean canBeSaid(Item item, EnableWhen condition) {
        var value = condition.value();
        return switch (condition.operator()) {
            case EXISTS -> value instanceof Boolean;
            case EQUAL, NOT_EQUAL ->
                item.type().chooses()
                        ? definition.options(item).stream().anyMatch(option -> option.isSaidBy(value))
                        : AnswerShape.fault(definition, item, value) == null;
            default ->
                item.type().measures() || item.type().chooses()
                        ? value instanceof BigDecimal
                        : AnswerShape.fault(definition, item, value) == null;
        };
    }
}
