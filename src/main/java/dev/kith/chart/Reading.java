package dev.kith.chart;

import dev.kith.change.Direction;
import java.math.BigDecimal;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** What a chart says, in words. */
final class Reading {
    private final Chart chart;
    private final Wording wording;

    Reading(Chart chart, Wording wording) {
        this.chart = chart;
        this.wording = wording;
    }

    static boolean lowerIsBetter(Chart chart) {
        return chart.direction() == Direction.HIGHER_IS_WORSE;
    }

    /** Which end is the better one, in words; null where neither is. */
    static @Nullable String way(Chart chart, Wording wording) {
        return chart.direction() == Direction.NEITHER ? null : wording.say(lowerIsBetter(chart) ? "lower" : "higher");
    }

    String title() {
        return chart.title() + ", " + chart.scale();
    }

    /** All that is drawn, in sentences, for whoever does not see it. */
    String description() {
        var sentences = new ArrayList<String>();
        var points = chart.points();
        if (points.isEmpty()) {
            sentences.add(wording.say("describeNone"));
        } else {
            var latest = points.get(points.size() - 1);
            var last = wording.date(latest.at());
            sentences.add(
                    points.size() == 1
                            ? wording.say("describeOne", valueAndBand(latest.value()), last)
                            : wording.say(
                                    "describeMany",
                                    String.valueOf(points.size()),
                                    wording.date(points.get(0).at()),
                                    last,
                                    valueAndBand(latest.value())));
        }
        baseline(sentences);
        if (points.stream().anyMatch(point -> !point.comparable())) {
            sentences.add(wording.say("describeBreaks"));
        }
        if (!chart.told().isEmpty()) {
            sentences.add(wording.say("describeGaps", chart.told().size()));
        }
        var way = way(chart, wording);
        if (way != null) {
            sentences.add(capital(way) + ".");
        }
        if (chart.notice() != null) {
            sentences.add(chart.notice());
        }
        return String.join(" ", sentences);
    }

    private void baseline(ArrayList<String> sentences) {
        var baseline = chart.baseline();
        if (baseline == null) {
            return;
        }
        sentences.add(wording.say("describeBaseline", valueAndBand(baseline.value()), wording.date(baseline.at())));
        if (baseline.threshold() != null) {
            sentences.add(wording.say("describeCorridor", wording.number(baseline.threshold())));
        } else if (baseline.reason() != null) {
            sentences.add(wording.say("legendNoCorridor", baseline.reason()) + ".");
        }
    }

    String point(Chart.Point point) {
        var band = chart.bandOf(point.value());
        var date = wording.date(point.at());
        var value = wording.number(point.value());
        return band == null ? wording.say("point", date, value) : wording.say("pointBand", date, value, band.label());
    }

    String gap(Chart.Gap gap) {
        return wording.say("gap" + Wording.ofGap(gap.kind()), wording.date(gap.at()));
    }

    /** From where on a change for the better is reliable, in words; null when nobody knows or the scale ends before. */
    @Nullable
    String reliablyBetter() {
        return border(lowerIsBetter(chart), "reliablyBetter");
    }

    /** From where on a change for the worse is reliable. */
    @Nullable
    String reliablyWorse() {
        return border(!lowerIsBetter(chart), "reliablyWorse");
    }

    private @Nullable String border(boolean below, String key) {
        var value = border(below);
        return value == null ? null : wording.say(key + (below ? "To" : "From"), wording.number(value));
    }

    /** The end of the corridor; null when there is none on the scale. */
    @Nullable
    BigDecimal border(boolean below) {
        var baseline = chart.baseline();
        if (baseline == null || baseline.threshold() == null) {
            return null;
        }
        var value = below
                ? baseline.value().subtract(baseline.threshold())
                : baseline.value().add(baseline.threshold());
        return value.compareTo(chart.lowest()) < 0 || value.compareTo(chart.highest()) > 0 ? null : value;
    }

    private String valueAndBand(BigDecimal value) {
        var band = chart.bandOf(value);
        return band == null ? wording.number(value) : wording.say("valueBand", wording.number(value), band.label());
    }

    private String capital(String text) {
        return text.substring(0, 1).toUpperCase(wording.locale()) + text.substring(1);
    }
}
