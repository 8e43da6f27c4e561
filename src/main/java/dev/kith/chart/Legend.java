package dev.kith.chart;

import dev.kith.chart.Pen.Box;
import dev.kith.chart.Pen.Label;
import dev.kith.chart.Pen.Rule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the marks of this chart mean: those that occur in it, and no others. Laid out once, then drawn. */
final class Legend {
    private static final double SYMBOL = 26;
    private static final double BETWEEN = 18;

    private final List<Placed> entries = new ArrayList<>();
    private final double left;
    private final double right;
    private final double size;
    private double x;
    private double y;

    Legend(Chart chart, Wording wording, double left, double right, double top, double size) {
        this.left = left;
        this.right = right;
        this.size = size;
        x = left;
        y = top + size;
        var baseline = chart.baseline();
        if (chart.points().stream().anyMatch(Chart.Point::comparable)) {
            add(Symbol.SCORE, wording.say("legendScore"));
        }
        if (baseline != null) {
            add(Symbol.BASELINE, wording.say("legendBaseline"));
        }
        if (chart.points().stream().anyMatch(point -> !point.comparable())) {
            add(Symbol.OTHER, wording.say("legendOther"));
        }
        if (has(chart, Chart.Gap.Kind.MISSED)) {
            add(Symbol.MISSED, wording.say("legendMissed"));
        }
        if (has(chart, Chart.Gap.Kind.SKIPPED)) {
            add(Symbol.SKIPPED, wording.say("legendSkipped"));
        }
        if (has(chart, Chart.Gap.Kind.NOT_COUNTED)) {
            add(Symbol.NOT_COUNTED, wording.say("legendNotCounted"));
        }
        if (baseline != null && baseline.threshold() != null) {
            add(
                    Symbol.CORRIDOR,
                    wording.say(
                            "legendCorridor", wording.number(baseline.threshold()), wording.number(baseline.value())));
        } else if (baseline != null && baseline.reason() != null) {
            add(null, wording.say("legendNoCorridor", baseline.reason()));
        }
    }

    private enum Symbol {
        SCORE,
        BASELINE,
        OTHER,
        MISSED,
        SKIPPED,
        NOT_COUNTED,
        CORRIDOR
    }

    private record Placed(@Nullable Symbol symbol, double x, double y, List<String> lines) {}

    private static boolean has(Chart chart, Chart.Gap.Kind kind) {
        return chart.gaps().stream().anyMatch(gap -> gap.kind() == kind);
    }

    private void add(@Nullable Symbol symbol, String text) {
        var before = symbol == null ? 0 : SYMBOL;
        var width = before + Letters.width(text, size, false);
        if (x > left && (symbol == null || x + width > right)) {
            nextRow(1);
        }
        var lines = Lines.wrap(text, right - x - before, size, false, 3);
        entries.add(new Placed(symbol, x, y, lines));
        if (lines.size() > 1) {
            nextRow(lines.size());
        } else {
            x += width + BETWEEN;
        }
    }

    private void nextRow(int lines) {
        x = left;
        y += lines * size * 1.4 + 3;
    }

    /** Where the next thing below may begin. */
    double bottom() {
        return entries.isEmpty() ? y - size : x == left ? y - size : y + size * 0.6;
    }

    void draw(Pen pen) {
        for (var entry : entries) {
            if (entry.symbol() != null) {
                draw(pen, entry.symbol(), entry.x(), entry.y() - size * 0.36);
            }
            var textX = entry.x() + (entry.symbol() == null ? 0 : SYMBOL);
            for (var i = 0; i < entry.lines().size(); i++) {
                pen.write(Label.of(
                                textX, entry.y() + i * size * 1.4, entry.lines().get(i), size)
                        .in(Ink.QUIET));
            }
        }
    }

    private void draw(Pen pen, Symbol symbol, double x, double middle) {
        var centre = x + 9;
        switch (symbol) {
            case SCORE -> {
                pen.line(Ink.SCORE, Rule.SCORE, x, middle, x + 18, middle);
                pen.mark(Mark.SCORE, centre, middle, "");
            }
            case BASELINE -> pen.mark(Mark.BASELINE, centre, middle, "");
            case OTHER -> pen.mark(Mark.OTHER, centre, middle, "");
            case MISSED -> pen.mark(Mark.MISSED, centre, middle, "");
            case SKIPPED -> pen.mark(Mark.SKIPPED, centre, middle, "");
            case NOT_COUNTED -> pen.mark(Mark.NOT_COUNTED, centre, middle, "");
            case CORRIDOR -> {
                var box = new Box(x, middle - 6, 18, 12);
                pen.hatch(Ink.CORRIDOR, box);
                pen.line(Ink.CORRIDOR, Rule.DASHED, box.x(), box.y(), box.right(), box.y());
                pen.line(Ink.CORRIDOR, Rule.DASHED, box.x(), box.bottom(), box.right(), box.bottom());
            }
        }
    }
}
