package dev.kith.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One definition with one number or key of its scoring changed, in every way that could happen by a slip. */
final class Mutations {

    record Mutant(String name, ObjectNode written) {}

    private final ObjectNode original;
    private final List<Mutant> mutants = new ArrayList<>();

    private Mutations(ObjectNode original) {
        this.original = original;
    }

    static List<Mutant> of(ObjectNode original) {
        var mutations = new Mutations(original);
        mutations.reverseKeys();
        mutations.optionValues();
        mutations.bandEdges();
        mutations.missingRules();
        mutations.arithmetic();
        mutations.thresholds("criteria", "code");
        mutations.thresholds("alertRules", "key");
        mutations.checks();
        return mutations.mutants;
    }

    private void mutant(String what, String pointer, Consumer<ObjectNode> change) {
        var copy = original.deepCopy();
        change.accept((ObjectNode) copy.at(pointer));
        mutants.add(new Mutant(original.path("key").asText() + ": " + what, copy));
    }

    private void reverseKeys() {
        var counts = scored();
        each("/items", (item, pointer) -> {
            if (counts.contains(item.path("linkId").asText())) {
                mutant(
                        item.path("linkId").asText() + " keyed the other way",
                        pointer,
                        changed ->
                                changed.put("reversed", !item.path("reversed").asBoolean()));
            }
        });
    }

    private Set<String> scored() {
        var counts = new HashSet<String>();
        original.path("scales").forEach(scale -> {
            scale.path("items").forEach(item -> counts.add(item.asText()));
            scale.path("whole").forEach(item -> counts.add(item.asText()));
            scale.path("weights").fieldNames().forEachRemaining(counts::add);
        });
        return counts;
    }

    private void optionValues() {
        var counts = scored();
        var sets = new HashSet<String>();
        original.path("items").forEach(item -> {
            if (counts.contains(item.path("linkId").asText())) {
                sets.add(item.path("options").asText());
            }
        });
        sets.forEach(set -> each(
                "/optionSets/" + set,
                (option, pointer) -> Stream.of("value", "score")
                        .filter(field -> option.path(field).isNumber())
                        .forEach(field -> mutant(
                                "option %s of %s counts half a point more".formatted(option.path(field), set),
                                pointer,
                                changed -> changed.set(field, plus(option.path(field), "0.5"))))));
    }

    /** Between two bands for the same people: the edge moves, and nothing falls between. */
    private void bandEdges() {
        each("/scales", (scale, at) -> {
            var step =
                    BigDecimal.ONE.movePointLeft(scale.path("decimals").asInt()).toPlainString();
            var bands = scale.path("bands");
            var steps =
                    Stream.of(step, scale.path("factor").asText("1")).distinct().toList();
            for (var i = 0; i < bands.size(); i++) {
                for (var j = 0; j < bands.size(); j++) {
                    var low = bands.get(i);
                    var high = bands.get(j);
                    if (low.path("sex").equals(high.path("sex"))
                            && plus(low.path("to"), step)
                                            .decimalValue()
                                            .compareTo(high.path("from").decimalValue())
                                    == 0) {
                        for (var by : steps) {
                            moved(scale, at, i, j, by);
                            moved(scale, at, i, j, "-" + by);
                        }
                    }
                }
            }
        });
    }

    private void moved(JsonNode scale, String at, int low, int high, String by) {
        var to = scale.path("bands").get(low).path("to");
        var band = scale.path("bands").get(high);
        var whose = Stream.of("code", "sex")
                .filter(band::has)
                .map(field -> band.path(field).asText())
                .toList();
        var name = "%s of %s begins at %s, not %s";
        var begins = plus(band.path("from"), by);
        mutant(
                name.formatted(String.join(" ", whose), scale.path("code").asText(), begins, band.path("from")),
                at,
                changed -> {
                    ((ObjectNode) changed.path("bands").get(low)).set("to", plus(to, by));
                    ((ObjectNode) changed.path("bands").get(high)).set("from", begins);
                });
    }

    private void missingRules() {
        each("/scales", (scale, at) -> {
            var code = scale.path("code").asText();
            var rule = scale.path("missing");
            var count = rule.path("count").asInt();
            if (rule.path("rule").asText().equals("strict")) {
                missing(code, at, "{rule: at-most, count: 1}");
            } else if (rule.path("rule").asText().equals("at-most")) {
                missing(code, at, "{rule: at-most, count: %d}".formatted(count + 1));
                missing(code, at, count == 1 ? "{rule: strict}" : "{rule: at-most, count: %d}".formatted(count - 1));
            }
            if (scale.has("notEnabled")) {
                mutant(code + " wants what was not asked", at, changed -> changed.put("notEnabled", "missing"));
            }
        });
    }

    private void missing(String scale, String at, String rule) {
        mutant(scale + " missing " + rule, at, changed -> changed.set("missing", Definitions.parseYaml(rule)));
    }

    private void arithmetic() {
        each("/scales", (scale, at) -> {
            var code = scale.path("code").asText();
            Stream.of("factor", "offset")
                    .filter(scale::has)
                    .forEach(field -> mutant(
                            code + " " + field + " one more",
                            at,
                            changed -> changed.set(field, plus(scale.path(field), "1"))));
            for (var list : List.of("items", "whole")) {
                for (var i = 0; i < scale.path(list).size(); i++) {
                    var left = i;
                    var item = scale.path(list).get(i).asText();
                    mutant(
                            code + " without " + item + (list.equals("items") ? "" : " in its whole"),
                            at,
                            changed -> changed.withArray(list).remove(left));
                }
            }
        });
    }

    private void thresholds(String list, String naming) {
        each("/" + list, (rule, at) -> threshold(rule.path(naming).asText(), rule.path("when"), at + "/when"));
    }

    private void threshold(String name, JsonNode condition, String at) {
        Stream.of("all", "any", "count").forEach(of -> {
            for (var i = 0; i < condition.path(of).size(); i++) {
                threshold(name, condition.path(of).get(i), at + "/" + of + "/" + i);
            }
        });
        for (var field : List.of("value", "atLeast", "atMost")) {
            var told = condition.path(field);
            for (var by : told.isNumber() ? List.of("1", "-1") : List.<String>of()) {
                mutant(
                        "%s looks for %s, not %s, at %s".formatted(name, plus(told, by), told, at),
                        at,
                        changed -> changed.set(field, plus(told, by)));
            }
        }
        if (condition.path("value").isTextual()) {
            mutant(name + " looks for another answer", at, changed -> changed.put("value", "no"));
        }
    }

    private void checks() {
        each(
                "/checks",
                (check, at) -> Stream.of("1", "-1")
                        .filter(by -> check.has("seconds"))
                        .forEach(by -> mutant(
                                "too-fast by " + by + " seconds",
                                at,
                                changed -> changed.set("seconds", plus(check.path("seconds"), by)))));
    }

    private interface Place {
        void look(JsonNode node, String pointer);
    }

    private void each(String list, Place place) {
        for (var i = 0; i < original.at(list).size(); i++) {
            place.look(original.at(list).get(i), list + "/" + i);
        }
    }

    /** Whole numbers stay whole. */
    private static JsonNode plus(JsonNode number, String by) {
        var sum = number.decimalValue().add(new BigDecimal(by)).stripTrailingZeros();
        return DecimalNode.valueOf(sum.scale() < 0 ? sum.setScale(0) : sum);
    }
}
