package dev.kith.definition;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Items: names, groups, and what an item of its type may say. */
final class ItemCheck {

    static final int DEEPEST_GROUP = 5;

    private final Definition definition;
    private final Faults faults;
    private final Map<String, Integer> depths = new HashMap<>();

    private ItemCheck(Definition definition, Faults faults) {
        this.definition = definition;
        this.faults = faults;
    }

    static void of(Definition definition, Faults faults) {
        var check = new ItemCheck(definition, faults);
        for (var place = 0; place < definition.items().size(); place++) {
            var item = definition.items().get(place);
            check.name(place, item);
            check.group(place, item);
            check.type(place, item);
            check.range(place, item);
            check.counts(place, item);
        }
    }

    private void name(int place, Item item) {
        var pointer = Pointers.to("items", place, "linkId");
        faults.unless(!depths.containsKey(item.linkId()), pointer, "link-id-twice", "link id twice: " + item.linkId());
        faults.unless(
                item.linkId().startsWith(definition.key() + "."),
                pointer,
                "link-id-foreign",
                "link id without " + definition.key() + ".: " + item.linkId());
    }

    /** A group stands before what stands in it, so no group can stand in itself. */
    private void group(int place, Item item) {
        var depth = 0;
        if (item.group() != null) {
            var group = definition.item(item.group());
            var above = group == null || group.type() != Item.Type.GROUP ? null : depths.get(item.group());
            depth = above == null ? 0 : above + 1;
            faults.unless(
                    above != null,
                    Pointers.to("items", place, "group"),
                    "group-unknown",
                    "is no group that stands before it");
        }
        depths.putIfAbsent(item.linkId(), depth);
        faults.unless(
                depth <= DEEPEST_GROUP,
                Pointers.to("items", place, "group"),
                "group-too-deep",
                "groups may stand " + DEEPEST_GROUP + " deep");
    }

    private void type(int place, Item item) {
        var type = item.type();
        var options = definition.options(item);
        faults.unless(
                type.chooses() ? options.size() > 1 : item.options() == null,
                Pointers.to("items", place, "options"),
                type.chooses() ? "options-missing" : "not-for-this-type",
                item.linkId() + (type.chooses() ? " offers nothing to choose" : " has options but is no choice"));
        faults.unless(
                !item.reversed() || counts(item, options),
                Pointers.to("items", place, "reversed"),
                "not-for-this-type",
                "only what counts can be reversed");
        only(type.answerable() || !item.required(), place, "required");
        only(type.measures() || item.min() == null, place, "min");
        only(type.measures() || item.max() == null, place, "max");
        only(type.measures() || item.step() == null, place, "step");
        only(type.measures() || item.unit() == null, place, "unit");
        only(type == Item.Type.SLIDER || item.anchors() == null, place, "anchors");
        only(writes(type) || item.minLength() == null, place, "minLength");
        only(writes(type) || item.maxLength() == null, place, "maxLength");
        only(type == Item.Type.MULTIPLE_CHOICE || item.minChosen() == null, place, "minChosen");
        only(type == Item.Type.MULTIPLE_CHOICE || item.maxChosen() == null, place, "maxChosen");
    }

    private static boolean counts(Item item, List<Option> options) {
        return item.type().measures()
                || item.type() == Item.Type.BOOLEAN
                || item.type().chooses() && options.stream().allMatch(option -> option.number() != null);
    }

    private static boolean writes(Item.Type type) {
        return type == Item.Type.TEXT || type == Item.Type.OPEN_CHOICE;
    }

    private void only(boolean right, int place, String field) {
        faults.unless(
                right, Pointers.to("items", place, field), "not-for-this-type", "an item of this type has no " + field);
    }

    private void range(int place, Item item) {
        var min = item.min();
        var max = item.max();
        if (!item.type().measures() || min == null || max == null) {
            return;
        }
        faults.unless(
                min.compareTo(max) < 0, Pointers.to("items", place, "max"), "range-empty", "must be more than min");
        var whole = item.type() != Item.Type.INTEGER || isWhole(min) && isWhole(max) && isWhole(item.step());
        faults.unless(whole, Pointers.to("items", place), "range-not-whole", "whole numbers begin and end at such");
        var step = item.step();
        faults.unless(
                step == null
                        || step.signum() > 0
                                && max.subtract(min).remainder(step).signum() == 0,
                Pointers.to("items", place, "step"),
                "step-misses-max",
                "steps from min must end at max");
    }

    private void counts(int place, Item item) {
        ordered(item.minLength(), item.maxLength() == null ? AnswerShape.DEFAULT_MAX_LENGTH : item.maxLength(), place);
        var offered = definition.options(item).size();
        ordered(item.minChosen(), item.maxChosen() == null ? offered : item.maxChosen(), place);
        faults.unless(
                item.maxChosen() == null || item.maxChosen() <= offered,
                Pointers.to("items", place, "maxChosen"),
                "more-than-offered",
                "there are only " + offered + " options");
    }

    private void ordered(@Nullable Integer least, int most, int place) {
        faults.unless(
                least == null || least <= most, Pointers.to("items", place), "least-above-most", "least is above most");
    }

    private static boolean isWhole(@Nullable BigDecimal number) {
        return number == null || number.stripTrailingZeros().scale() <= 0;
    }
}
