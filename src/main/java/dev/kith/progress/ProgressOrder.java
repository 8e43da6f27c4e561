package dev.kith.progress;

import dev.kith.response.ScoreLine.Measure;
import java.util.Comparator;

/** Scales stand together by questionnaire, the total first. */
final class ProgressOrder {
    static final Comparator<Measure> BY_QUESTIONNAIRE = Comparator.comparing(Measure::questionnaire)
            .thenComparing(Measure::author)
            .thenComparing(measure -> !measure.scale().equals("total"))
            .thenComparing(Measure::scale);

    private ProgressOrder() {}
}
