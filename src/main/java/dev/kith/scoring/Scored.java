package dev.kith.scoring;

import java.util.List;

/**
 * All scores of one set of answers, in the order of the model.
 *
 * @param flags codes of the validity checks that showed; they doubt the answers and change no score
 * @param engine name and version of the engine that did it
 */
public record Scored(List<ScaleScore> scales, List<CriterionResult> criteria, List<String> flags, String engine) {

    public ScaleScore scale(String code) {
        return scales.stream()
                .filter(score -> score.scale().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no scale " + code));
    }

    public CriterionResult criterion(String code) {
        return criteria.stream()
                .filter(result -> result.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no criterion " + code));
    }
}
