package dev.kith.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.scoring.AlertRule;
import dev.kith.scoring.AlertRules;
import dev.kith.scoring.Circumstances;
import dev.kith.scoring.Scored;
import dev.kith.scoring.Scorer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A whole definition as somebody might write it, with scales, criteria and rules of every kind: the same for the same seed. */
public final class AnyDefinition {
    private static final List<String> SIGNS = List.of("=", "!=", ">", "<", ">=", "<=");

    private final Random random;
    private final ObjectNode written = Written.small();
    private final List<String> counted = new ArrayList<>(List.of("own.1"));
    private final List<String> scales = new ArrayList<>(List.of("total"));

    private AnyDefinition(long seed) {
        random = new Random(seed);
        for (var i = 2; i < 3 + random.nextInt(5); i++) {
            item(i);
        }
        for (var i = 0; i < random.nextInt(6); i++) {
            written.withArray("scales").add(Definitions.parseYaml(scale("s" + i)));
            scales.add("s" + i);
        }
        for (var i = 0; i < random.nextInt(3); i++) {
            add("criteria", "{code: c%d, title: {en: So}, when: %s}".formatted(i, condition(3)));
            add("alertRules", """
                {key: r%d, when: %s, severity: notice, onDraft: false, crisisCard: %s, title: {en: Look}}
                """.formatted(i, condition(2), random.nextBoolean()));
        }
        if (random.nextBoolean()) {
            add("checks", "{code: too-fast, seconds: " + (1 + random.nextInt(60)) + "}");
        }
    }

    /** What the review takes; none when what this seed makes is refused. */
    public static Optional<Definition> accepted(long seed) {
        var any = new AnyDefinition(seed);
        if (!any.ranged() || !any.proven()) {
            return Optional.empty();
        }
        var reviewed = DefinitionReview.of(any.written);
        return reviewed.publishable() ? Optional.ofNullable(reviewed.definition()) : Optional.empty();
    }

    private void add(String list, String yaml) {
        written.withArray(list).add(Definitions.parseYaml(yaml));
    }

    private void item(int number) {
        var kinds = List.of(
                "choice, options: often, reversed: " + random.nextBoolean(),
                "integer, min: 0, max: 10",
                "slider, min: 0, max: 10, step: 2",
                "boolean",
                "text");
        var kind = random.nextInt(kinds.size());
        var asked = random.nextInt(3) == 0
                ? ", enableWhen: [{item: own.1, operator: \"%s\", value: %d}]".formatted(one(SIGNS), random.nextInt(3))
                : "";
        add(
                "items",
                "{linkId: own.%d, required: false, text: {en: Text}, type: %s%s}"
                        .formatted(number, kinds.get(kind), asked));
        if (kind < 3) {
            counted.add("own." + number);
        }
    }

    private String scale(String code) {
        var head = "{code: %s, title: {en: Scale}, decimals: %d, direction: higher-is-worse, rounding: %s, "
                .formatted(code, random.nextInt(3), one(List.of("half-up", "half-even", "up", "down")));
        var missing = ", missing: %s, notEnabled: %s}"
                .formatted(
                        one(List.of("{rule: strict}", "{rule: at-most, count: 1}", "{rule: share, answered: 0.5}")),
                        one(List.of("drop", "missing")));
        var weighed = String.join(": %s, ".formatted(number()), some(counted)) + ": " + number();
        return head
                + switch (random.nextInt(9)) {
                    case 0 ->
                        "method: linear, of: %s, factor: %s, offset: %s}".formatted(one(scales), number(), number());
                    case 1 -> "method: table, of: %s, table: %s}".formatted(one(scales), table());
                    case 2 -> "method: weighted-sum, weights: {" + weighed + "}" + missing;
                    case 3 ->
                        "method: count, items: %s, where: {operator: \">=\", value: %d}"
                                        .formatted(some(counted), random.nextInt(3))
                                + missing;
                    case 5 -> "method: share, items: %s, whole: %s}".formatted(List.of(one(counted)), some(counted));
                    case 4 -> "method: %s, scales: %s}".formatted(one(List.of("sum", "mean", "maximum")), some(scales));
                    default ->
                        "method: %s, items: %s"
                                        .formatted(one(List.of("sum", "mean", "minimum", "maximum")), some(counted))
                                + missing;
                };
    }

    private String table() {
        var points = new ArrayList<String>();
        for (var raw = 0; raw < 4; raw++) {
            points.add("{raw: %d, value: %s}".formatted(raw, number()));
        }
        var whose = random.nextBoolean() ? "" : one(List.of("sex: male, ", "ageFrom: 18, "));
        return "{citation: us, interpolation: %s, outside: %s, strata: [{%spoints: %s}]}"
                .formatted(one(List.of("none", "linear")), one(List.of("clamp", "invalid")), whose, points);
    }

    private String condition(int deep) {
        var kind = deep == 0 ? random.nextInt(2) : random.nextInt(5);
        return switch (kind) {
            case 0 -> "{item: %s, operator: \"%s\", value: %d}".formatted(one(counted), one(SIGNS), random.nextInt(3));
            case 1 -> "{scale: %s, operator: \"%s\", value: %s}".formatted(one(scales), one(SIGNS), number());
            case 2 -> "{all: [%s, %s]}".formatted(condition(deep - 1), condition(deep - 1));
            case 3 -> "{any: [%s, %s]}".formatted(condition(deep - 1), condition(deep - 1));
            default -> "{count: [%s, %s], atLeast: 1}".formatted(condition(deep - 1), condition(deep - 1));
        };
    }

    /** Names what its scales can come to; false when it cannot be scored. */
    private boolean ranged() {
        return read().map(definition -> {
                    for (var scale : written.path("scales")) {
                        var range = definition
                                .scoringModel()
                                .range(scale.path("code").asText());
                        if (random.nextBoolean() && range.min().compareTo(range.max()) < 0) {
                            for (var sex :
                                    random.nextBoolean() ? List.of("") : List.of(", sex: male", ", sex: female")) {
                                ((ObjectNode) scale)
                                        .withArray("bands")
                                        .add(Definitions.parseYaml(
                                                "{from: %s, to: %s, code: all, label: {en: All}, basis: local%s}"
                                                        .formatted(
                                                                range.min().toPlainString(),
                                                                range.max().toPlainString(),
                                                                sex)));
                            }
                        }
                    }
                    return true;
                })
                .orElse(false);
    }

    /** Says in its vector what the engine makes of it. */
    private boolean proven() {
        return read().map(definition -> {
                    var vector = (ObjectNode) written.at("/passport/vectors/0");
                    var answers = Answers.of(definition, Map.of("own.1", 2));
                    var given = GivenAnswers.of(answers, Circumstances.UNKNOWN);
                    var scored = Scorer.score(definition.scoringModel(), given);
                    expect(vector, scored);
                    AlertRules.firing(definition.scoringModel(), given, scored).stream()
                            .map(AlertRule::key)
                            .forEach(key -> vector.withArray("alerts").add(key));
                    return true;
                })
                .orElse(false);
    }

    private static void expect(ObjectNode vector, Scored scored) {
        for (var score : scored.scales()) {
            var expected = vector.withObject("/expect").putObject(score.scale());
            if (score.value() != null) {
                expected.put("value", score.value());
            } else {
                expected.put(
                        "reason",
                        String.valueOf(score.reason()).toLowerCase(Locale.ROOT).replace('_', '-'));
            }
            if (score.prorated()) {
                expected.put("prorated", true);
            }
            if (score.band() != null) {
                expected.put("band", score.band().code());
            } else if (score.bandReason() != null) {
                expected.put("bandReason", "sex-unknown");
            }
        }
    }

    private Optional<Definition> read() {
        var definition = DefinitionReview.of(written).definition();
        try {
            return Optional.ofNullable(definition).filter(one -> one.scoringModel() != null);
        } catch (IllegalArgumentException unfit) {
            return Optional.empty();
        }
    }

    private String number() {
        return BigDecimal.valueOf(1 + random.nextInt(20))
                .movePointLeft(random.nextInt(2))
                .toPlainString();
    }

    private List<String> some(List<String> of) {
        return of.subList(0, 1 + random.nextInt(of.size()));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
