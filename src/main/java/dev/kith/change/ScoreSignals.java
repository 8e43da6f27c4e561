package dev.kith.change;

import dev.kith.change.Change.ReliableClass;
import dev.kith.change.Signal.Sentence;
import dev.kith.change.Signal.SignalSeverity;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Signals of a series of scores on one scale, from the baseline on, all comparable. Points of change are compared as {@link ReliableChange} does: exactly
 * the threshold counts.
 */
public final class ScoreSignals {
    public static final NamedRule RELIABLE_DETERIORATION = new NamedRule("reliable-deterioration", 1);
    public static final NamedRule LOST_GAIN = new NamedRule("lost-gain", 1);
    public static final NamedRule NO_EARLY_RESPONSE = new NamedRule("no-early-response", 1);
    public static final NamedRule OUTSIDE_LOCAL_BAND = new NamedRule("outside-local-band", 1);

    private ScoreSignals() {}

    /** The latest is reliably worse than the baseline. Red. */
    public static Ruling reliableDeterioration(ChangeModel model, List<Measured> series) {
        var values = values(series);
        var change = ReliableChange.along(model, values);
        if (change.reason() != null) {
            return Ruling.notJudged(RELIABLE_DETERIORATION, change.reason());
        }
        return change.reliable() == ReliableClass.RELIABLE_DETERIORATION
                ? Ruling.raised(
                        RELIABLE_DETERIORATION,
                        SignalSeverity.RED,
                        figures(model, values.get(0), last(values)),
                        Sentence.WORSE_THAN_AT_BASELINE)
                : Ruling.quiet(RELIABLE_DETERIORATION);
    }

    /**
     * The latest is reliably worse than the best before it, which was better than the baseline. Where nothing had been gained nothing can be lost: that is
     * the other rule's. Amber.
     */
    public static Ruling lostGain(ChangeModel model, List<Measured> series) {
        var values = values(series);
        if (values.size() < 2) {
            return Ruling.notJudged(LOST_GAIN, tooFew(values));
        }
        var baseline = values.get(0);
        var best = values.subList(0, values.size() - 1).stream()
                .max(Comparator.comparing(value -> model.direction().gain(baseline, value)))
                .orElse(baseline);
        var reliable = ReliableChange.reliable(model, best, last(values));
        if (reliable == null) {
            return Ruling.notJudged(LOST_GAIN, Reason.NO_PUBLISHED_RELIABILITY);
        }
        var gain = model.direction().gain(baseline, best);
        if (gain.signum() <= 0 || reliable != ReliableClass.RELIABLE_DETERIORATION) {
            return Ruling.quiet(LOST_GAIN);
        }
        var figures = figures(model, best, last(values));
        figures.put("baseline", baseline);
        figures.put("gain", gain);
        return Ruling.raised(
                LOST_GAIN, SignalSeverity.AMBER, figures, Sentence.WORSE_THAN_AT_BEST, Sentence.GAIN_WAS_THERE);
    }

    /**
     * So many measurements, the baseline among them, no reliable improvement, and the latest is clinical. Amber. With fewer it is not judged: then it waits, and its
     * silence says nothing. It tells baseline and latest, from how many points on (threshold) the latest would be better and from which value on it is clinical
     * (cutOff), how many measurements there are and how many were waited for (measurementsAtLeast).
     */
    public static Ruling noEarlyResponse(ChangeModel model, List<Measured> series, SignalThresholds thresholds) {
        var values = values(series);
        if (values.size() < 2) {
            return Ruling.notJudged(NO_EARLY_RESPONSE, tooFew(values));
        }
        var reliable = ReliableChange.reliable(model, values.get(0), last(values));
        if (reliable == null) {
            return Ruling.notJudged(NO_EARLY_RESPONSE, Reason.NO_PUBLISHED_RELIABILITY);
        }
        if (model.caseness() == null) {
            return Ruling.notJudged(NO_EARLY_RESPONSE, Reason.NO_PUBLISHED_FIGURE);
        }
        if (values.size() < thresholds.measurements()) {
            return Ruling.notJudged(NO_EARLY_RESPONSE, Reason.TOO_FEW_MEASUREMENTS);
        }
        return reliable != ReliableClass.RELIABLE_IMPROVEMENT
                        && model.caseness().holds(last(values), model.direction())
                ? Ruling.raised(
                        NO_EARLY_RESPONSE,
                        SignalSeverity.AMBER,
                        response(model, values, thresholds),
                        Sentence.NO_RELIABLE_GAIN_SO_FAR,
                        Sentence.CONVENTION_NOT_EVIDENCE)
                : Ruling.quiet(NO_EARLY_RESPONSE);
    }

    /**
     * The latest lies on the bad side of the practice's own band: worse than nineteen in twenty of what happened there at that session from such a first value.
     * Amber. Not judged with fewer than two values, without a model, and beyond what its episodes cover; no side is bad where neither end is the better one.
     */
    public static Ruling outsideLocalBand(Direction direction, ExpectedResponse expected, List<Measured> series) {
        var values = values(series);
        if (values.size() < 2) {
            return Ruling.notJudged(OUTSIDE_LOCAL_BAND, tooFew(values));
        }
        if (expected.reason() != null) {
            return Ruling.notJudged(OUTSIDE_LOCAL_BAND, expected.reason());
        }
        return expected.within(values.get(0), values.size() - 1)
                .map(band -> outsideLocalBand(direction, band, last(values)))
                .orElseGet(() -> Ruling.notJudged(OUTSIDE_LOCAL_BAND, Reason.BEYOND_EPISODES));
    }

    static Ruling outsideLocalBand(Direction direction, ExpectedResponse.LocalBand band, BigDecimal latest) {
        var worse = direction == Direction.HIGHER_IS_WORSE;
        var bound = worse ? band.high() : band.low();
        if (direction == Direction.NEITHER || direction.gain(bound, latest).signum() >= 0) {
            return Ruling.quiet(OUTSIDE_LOCAL_BAND);
        }
        return Ruling.raised(
                OUTSIDE_LOCAL_BAND,
                SignalSeverity.AMBER,
                Map.of(
                        "score", latest,
                        "bound", bound,
                        "initial", band.initial(),
                        "session", BigDecimal.valueOf(band.session()),
                        "expected", band.expected(),
                        "low", band.low(),
                        "high", band.high(),
                        "level", band.level(),
                        "episodes", BigDecimal.valueOf(band.episodes())),
                worse ? Sentence.HIGHER_THAN_EXPECTED_HERE : Sentence.LOWER_THAN_EXPECTED_HERE,
                Sentence.ONLY_WHAT_HAPPENED_HERE);
    }

    private static TreeMap<String, BigDecimal> response(
            ChangeModel model, List<BigDecimal> values, SignalThresholds thresholds) {
        var figures = judged(model);
        figures.put("baseline", values.get(0));
        figures.put("latest", last(values));
        figures.put("measurements", BigDecimal.valueOf(values.size()));
        figures.put("measurementsAtLeast", BigDecimal.valueOf(thresholds.measurements()));
        var caseness = model.caseness();
        if (caseness != null) {
            figures.put("cutOff", caseness.shown());
        }
        return figures;
    }

    private static TreeMap<String, BigDecimal> figures(ChangeModel model, BigDecimal from, BigDecimal latest) {
        var figures = judged(model);
        figures.put("from", from);
        figures.put("latest", latest);
        figures.put("points", latest.subtract(from).abs());
        return figures;
    }

    /** With how many points are reliable. */
    private static TreeMap<String, BigDecimal> judged(ChangeModel model) {
        var figures = new TreeMap<String, BigDecimal>();
        var threshold = ReliableChange.threshold(model);
        if (threshold != null) {
            figures.put("threshold", model.threshold() == null ? Decimals.shown(threshold, 2) : threshold);
        }
        return figures;
    }

    private static List<BigDecimal> values(List<Measured> series) {
        return series.stream().sorted(Measured.IN_TIME).map(Measured::value).toList();
    }

    private static Reason tooFew(List<BigDecimal> values) {
        return values.isEmpty() ? Reason.NO_MEASUREMENT : Reason.ONE_MEASUREMENT;
    }

    private static BigDecimal last(List<BigDecimal> values) {
        return values.get(values.size() - 1);
    }
}
