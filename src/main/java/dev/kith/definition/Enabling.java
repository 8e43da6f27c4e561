package dev.kith.definition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which items are asked, given answers. An item in a group that is not asked is not asked; an answer to what is not asked is none. */
final class Enabling {

    private final Map<String, Item> items = new LinkedHashMap<>();
    private final Map<String, Boolean> known = new HashMap<>();
    private final Map<String, ?> answers;

    /** Takes answers of the right types, by link id, numbers as BigDecimal. */
    Enabling(Definition definition, Map<String, ?> answers) {
        definition.items().forEach(item -> items.put(item.linkId(), item));
        this.answers = answers;
    }

    /** Link ids of the questions that are asked. */
    Set<String> asked() {
        var asked = new TreeSet<String>();
        for (var item : items.values()) {
            if (item.type().answerable() && asks(item)) {
                asked.add(item.linkId());
            }
        }
        return Collections.unmodifiableSet(asked);
    }

    /** Whether it is asked. What waits for itself never is; the review refuses that. */
    private boolean asks(Item item) {
        var said = known.get(item.linkId());
        if (said != null) {
            return said;
        }
        known.put(item.linkId(), false);
        var asks = groupAsked(item) && conditionsHold(item);
        known.put(item.linkId(), asks);
        return asks;
    }

    private boolean groupAsked(Item item) {
        var group = item.group() == null ? null : items.get(item.group());
        return group == null || asks(group);
    }

    private boolean conditionsHold(Item item) {
        var conditions = item.enableWhen().stream();
        return item.enableWhen().isEmpty()
                || (item.enableBehavior() == Item.EnableBehavior.ALL
                        ? conditions.allMatch(this::holds)
                        : conditions.anyMatch(this::holds));
    }

    private boolean holds(EnableWhen condition) {
        var item = items.get(condition.item());
        var answer = item == null || !asks(item) ? null : answers.get(condition.item());
        return switch (condition.operator()) {
            case EXISTS -> (answer != null) == Boolean.TRUE.equals(condition.value());
            case EQUAL -> answer != null && same(item, answer, condition.value());
            case NOT_EQUAL -> answer != null && !same(item, answer, condition.value());
            default -> {
                var order = answer == null ? null : order(item, answer, condition.value());
                yield order != null && condition.operator().holds(order);
            }
        };
    }

    /** Of a choice of many: whether it is among the chosen. */
    private static boolean same(@Nullable Item item, Object answer, Object value) {
        if (answer instanceof Collection<?> chosen) {
            return chosen.stream().anyMatch(each -> each != null && same(item, each, value));
        }
        var order = order(item, answer, value);
        return order == null ? answer.equals(value) : order == 0;
    }

    /** Null where there is no order: between codes, texts, and words of one's own beside numbers. */
    private static @Nullable Integer order(@Nullable Item item, Object answer, Object value) {
        if (answer instanceof BigDecimal said && value instanceof BigDecimal wanted) {
            return said.compareTo(wanted);
        }
        if (item == null || !(answer instanceof String said) || !(value instanceof String wanted)) {
            return null;
        }
        return switch (item.type()) {
            case DATE -> LocalDate.parse(said).compareTo(LocalDate.parse(wanted));
            case TIME -> LocalTime.parse(said).compareTo(LocalTime.parse(wanted));
            default -> null;
        };
    }
}
