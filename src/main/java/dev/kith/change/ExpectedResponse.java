package dev.kith.change;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How scores went in a practice's own closed episodes, by their first score and the number of the session: y = b0 + b1 * initial + b2 * ln(1 + session),
 * least squares. It stands on at least 200 episodes and is local: it says what happened here, to those who came here, and nothing of what works. Worked out
 * in doubles, predictors centred first. Scores of one episode hang together, so the band is a convention for looking closer and no test.
 */
public final class ExpectedResponse {
    public static final NamedRule RULE = new NamedRule("local-expected-response", 1);
    public static final int LEAST_EPISODES = 200;
    /** Of the band. */
    public static final BigDecimal LEVEL = Confidence.NINETY.level();

    private static final int PARAMETERS = 3;
    private static final int DECIMALS = 2;
    private static final double ALIKE = 1e-9;

    private final int episodes;
    private final @Nullable Fit fit;
    private final @Nullable Reason reason;

    private ExpectedResponse(int episodes, @Nullable Fit fit, @Nullable Reason reason) {
        this.episodes = episodes;
        this.fit = fit;
        this.reason = reason;
    }

    /**
     * A closed episode.
     *
     * @param initial first score, at session 0; it is no score to be explained
     */
    public record ClosedEpisode(BigDecimal initial, List<SessionScore> scores) {
        public ClosedEpisode {
            scores = List.copyOf(scores);
        }
    }

    /**
     * A later score.
     *
     * @param session 1 and up
     */
    public record SessionScore(int session, BigDecimal value) {
        public SessionScore {
            if (session < 1) {
                throw new IllegalArgumentException("a later score has a session from 1 on, not " + session);
            }
        }
    }

    /**
     * Where nine in ten scores of the practice would lie. 2 decimals, half-up; not cut to the range of the scale.
     *
     * @param label always local: made of this practice's own episodes
     */
    public record LocalBand(
            NamedRule rule,
            BigDecimal expected,
            BigDecimal low,
            BigDecimal high,
            BigDecimal level,
            String label,
            int episodes) {}

    private record Observation(double initial, double time, double value) {}

    /** The line through the means, and the sums that its errors are made of. */
    private record Fit(
            int rows, double initial, double time, double value, double b1, double b2, double deviation, Sums sums) {}

    private record Sums(double ii, double it, double tt, double iv, double tv) {
        double determinant() {
            return ii * tt - it * it;
        }
    }

    /** Episodes without a later score say nothing and are not counted. */
    public static ExpectedResponse of(Collection<ClosedEpisode> closed) {
        var told = closed.stream().filter(one -> !one.scores().isEmpty()).toList();
        if (told.size() < LEAST_EPISODES) {
            return new ExpectedResponse(told.size(), null, Reason.TOO_FEW_EPISODES);
        }
        var rows = told.stream()
                .flatMap(episode -> episode.scores().stream()
                        .map(score -> new Observation(
                                episode.initial().doubleValue(),
                                Math.log1p(score.session()),
                                score.value().doubleValue())))
                .toList();
        var fit = fit(rows);
        return new ExpectedResponse(told.size(), fit, fit == null ? Reason.EPISODES_ALIKE : null);
    }

    private static @Nullable Fit fit(List<Observation> rows) {
        var initial = rows.stream().mapToDouble(Observation::initial).average().orElseThrow();
        var time = rows.stream().mapToDouble(Observation::time).average().orElseThrow();
        var value = rows.stream().mapToDouble(Observation::value).average().orElseThrow();
        double ii = 0;
        double it = 0;
        double tt = 0;
        double iv = 0;
        double tv = 0;
        double vv = 0;
        for (var row : rows) {
            var i = row.initial() - initial;
            var t = row.time() - time;
            var v = row.value() - value;
            ii += i * i;
            it += i * t;
            tt += t * t;
            iv += i * v;
            tv += t * v;
            vv += v * v;
        }
        var sums = new Sums(ii, it, tt, iv, tv);
        if (sums.determinant() <= ALIKE * ii * tt) {
            return null;
        }
        var b1 = (iv * tt - tv * it) / sums.determinant();
        var b2 = (tv * ii - iv * it) / sums.determinant();
        var left = Math.max(0, vv - b1 * iv - b2 * tv);
        return new Fit(rows.size(), initial, time, value, b1, b2, Math.sqrt(left / (rows.size() - PARAMETERS)), sums);
    }

    /** How many closed episodes with a later score there are. */
    public int episodes() {
        return episodes;
    }

    /** Why there is no model; null when there is one. */
    public @Nullable Reason reason() {
        return reason;
    }

    /**
     * The band for a score, or none without a model.
     *
     * @param session 1 and up
     */
    public Optional<LocalBand> at(BigDecimal initial, int session) {
        if (fit == null) {
            return Optional.empty();
        }
        var i = initial.doubleValue() - fit.initial();
        var t = Math.log1p(session) - fit.time();
        var expected = fit.value() + fit.b1() * i + fit.b2() * t;
        var sums = fit.sums();
        var leverage =
                1.0 / fit.rows() + (i * i * sums.tt() - 2 * i * t * sums.it() + t * t * sums.ii()) / sums.determinant();
        var reach = quantile(fit.rows() - PARAMETERS) * fit.deviation() * Math.sqrt(1 + leverage);
        return Optional.of(new LocalBand(
                RULE, shown(expected), shown(expected - reach), shown(expected + reach), LEVEL, "local", episodes));
    }

    /** Of t at 95 %, by the expansion of Cornish and Fisher: right to 6 decimals from 100 degrees of freedom on, and there are 197 at least. */
    static double quantile(int freedom) {
        var z = Confidence.NINETY.z().doubleValue();
        var third = z * z * z;
        return z
                + (third + z) / (4.0 * freedom)
                + (5 * third * z * z + 16 * third + 3 * z) / (96.0 * freedom * freedom);
    }

    private static BigDecimal shown(double number) {
        return BigDecimal.valueOf(number).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
