package dev.kith.progress;

import java.util.Comparator;

/** Scales stand together by questionnaire, the total first. */
final class ProgressOrder {
    static final Comparator<Timeline.Measure> BY_QUESTIONNAIRE = Comparator.comparing(Timeline.Measure::questionnaire)
            .thenComparing(Timeline.Measure::author)
            .thenComparing(measure -> !measure.scale().equals("total"))
            .thenComparing(Timeline.Measure::scale);

    private ProgressOrder() {}
}
