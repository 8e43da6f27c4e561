package dev.kith.scoring;

/** A yes or no beside the scales. */
public record Criterion(String code, Condition when) {

    CriterionResult in(Facts facts) {
        return new CriterionResult(
                code,
                when.in(facts).met(),
                Conditions.told(when).stream()
                        .map(part -> new CriterionResult.Part(
                                part.code(), part.in(facts).met()))
                        .toList());
    }
}
