package dev.kith.chart;

import dev.kith.change.Direction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of a plot that a band takes. Bands of whole points meet in the middle between them, so that each point lies well within its own.
 *
 * @param strength how thickly it is laid: thinner for what is better
 */
record BandStrip(Chart.Band band, double top, double bottom, double strength) {
    private static final double THIN = 0.05;
    private static final double THICK = 0.36;
    private static final BigDecimal STEP = new BigDecimal("0.05");

    static List<BandStrip> of(Chart chart, ValueAxis axis) {
        var bands = chart.bands();
        var strips = new ArrayList<BandStrip>();
        for (var i = 0; i < bands.size(); i++) {
            var band = bands.get(i);
            var below = i == 0 ? band.from() : meeting(chart, bands.get(i - 1).to(), band.from(), band.from());
            var above = i == bands.size() - 1
                    ? band.to()
                    : meeting(chart, band.to(), bands.get(i + 1).from(), band.to());
            strips.add(new BandStrip(band, axis.clamped(above), axis.clamped(below), strength(chart, i, bands.size())));
        }
        return strips;
    }

    /** Halfway, unless what lies between is more than a step of the scale: that is in no band. */
    private static BigDecimal meeting(Chart chart, BigDecimal to, BigDecimal from, BigDecimal own) {
        var step = chart.highest().subtract(chart.lowest()).multiply(STEP).max(BigDecimal.ONE);
        return from.subtract(to).compareTo(step) > 0 ? own : to.add(from).divide(BigDecimal.valueOf(2));
    }

    private static double strength(Chart chart, int index, int count) {
        if (count == 1 || chart.direction() == Direction.NEITHER) {
            return (THIN + THICK) / 2;
        }
        var rank = Reading.lowerIsBetter(chart) ? index : count - 1 - index;
        return THIN + (THICK - THIN) * rank / (count - 1);
    }

    String label() {
        return band.label();
    }

    double height() {
        return bottom - top;
    }

    double middle() {
        return (top + bottom) / 2;
    }
}
