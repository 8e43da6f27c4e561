package dev.kith.scoring;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers, and what was made of them so far. What was not made is unknown. */
final class MadeFacts implements Facts {

    private final Given given;
    private final Map<String, BigDecimal> scales = new HashMap<>();
    private final Map<String, Truth> criteria = new HashMap<>();

    private MadeFacts(Given given) {
        this.given = given;
    }

    static MadeFacts of(Given given) {
        return new MadeFacts(given);
    }

    static MadeFacts of(Given given, Scored scored) {
        var facts = new MadeFacts(given);
        scored.scales().forEach(facts::add);
        scored.criteria().forEach(facts::add);
        return facts;
    }

    void add(ScaleScore score) {
        if (score.value() != null) {
            scales.put(score.scale(), score.value());
        }
    }

    void add(CriterionResult result) {
        if (result.met() != null) {
            criteria.put(result.code(), Truth.of(result.met()));
        }
    }

    @Override
    public @Nullable BigDecimal number(String item) {
        return given.numbers().get(item);
    }

    @Override
    public boolean answered(String item) {
        return given.answered().contains(item);
    }

    @Override
    public @Nullable BigDecimal scale(String code) {
        return scales.get(code);
    }

    @Override
    public Truth criterion(String code) {
        return criteria.getOrDefault(code, Truth.UNKNOWN);
    }
}
