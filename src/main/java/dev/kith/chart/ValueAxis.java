package dev.kith.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** The whole range of a scale, upwards. */
record ValueAxis(BigDecimal lowest, BigDecimal highest, double top, double bottom) {
    /** Between two numbers, in pixels. */
    private static final double ROOM = 26;

    private static final int[] STEPS = {1, 2, 5};

    double y(BigDecimal value) {
        var share =
                value.subtract(lowest).doubleValue() / highest.subtract(lowest).doubleValue();
        return bottom - share * (bottom - top);
    }

    /** Within the plot, whatever the value. */
    double clamped(BigDecimal value) {
        return y(value.max(lowest).min(highest));
    }

    /** Both ends, and round numbers between them that leave room for each other. */
    List<BigDecimal> ticks() {
        var step = step();
        var ticks = new ArrayList<BigDecimal>();
        ticks.add(lowest);
        var tick =
                lowest.divide(step, 0, RoundingMode.FLOOR).add(BigDecimal.ONE).multiply(step);
        while (tick.compareTo(highest) < 0) {
            if (y(lowest) - y(tick) >= ROOM * 0.7 && y(tick) - y(highest) >= ROOM * 0.7) {
                ticks.add(tick);
            }
            tick = tick.add(step);
        }
        ticks.add(highest);
        return ticks;
    }

    private BigDecimal step() {
        var least = highest.subtract(lowest).doubleValue() * ROOM / (bottom - top);
        var scale = BigDecimal.ONE.scaleByPowerOfTen((int) Math.floor(Math.log10(least)));
        for (var step : STEPS) {
            var found = scale.multiply(BigDecimal.valueOf(step));
            if (found.doubleValue() >= least) {
                return found;
            }
        }
        return scale.multiply(BigDecimal.TEN);
    }
}
