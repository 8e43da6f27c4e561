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
    /** Stands beside whatever is told by it. */
    public static final String LABEL = "local";
    /** Of the band. */
    public static final BigDecimal LEVEL = Confidence.NINETY.level();

    private static final int DECIMALS = 2;

    private final int episodes;
    private final @Nullable FittedResponse fitted;
    private final @Nullable Reason reason;

    private ExpectedResponse(int episodes, @Nullable FittedResponse fitted, @Nullable Reason reason) {
        this.episodes = episodes;
        this.fitted = fitted;
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
            BigDecimal initial,
            int session,
            BigDecimal expected,
            BigDecimal low,
            BigDecimal high,
            BigDecimal level,
            String label,
            int episodes) {}

    /** Episodes without a later score say nothing and are not counted. */
    public static ExpectedResponse of(Collection<ClosedEpisode> closed) {
        return of(EpisodeSums.of(closed));
    }

    /** The same of what was added up elsewhere. */
    public static ExpectedResponse of(EpisodeSums sums) {
        if (sums.episodes() < LEAST_EPISODES) {
            return none(sums.episodes(), Reason.TOO_FEW_EPISODES);
        }
        var fitted = FittedResponse.of(sums);
        return fitted == null ? none(sums.episodes(), Reason.EPISODES_ALIKE) : kept(sums.episodes(), fitted);
    }

    /** One that was fitted before. */
    public static ExpectedResponse kept(int episodes, FittedResponse fitted) {
        return new ExpectedResponse(episodes, fitted, null);
    }

    /** None, and why. */
    public static ExpectedResponse none(int episodes, Reason reason) {
        return new ExpectedResponse(episodes, null, reason);
    }

    /** How many closed episodes with a later score there are. */
    public int episodes() {
        return episodes;
    }

    /** Why there is no model; null when there is one. */
    public @Nullable Reason reason() {
        return reason;
    }

    /** What was fitted; none without a model. */
    public Optional<FittedResponse> fitted() {
        return Optional.ofNullable(fitted);
    }

    /** Whether the two say the same of every score. */
    public boolean isLike(ExpectedResponse other) {
        return episodes == other.episodes
                && reason == other.reason
                && (fitted == null ? other.fitted == null : other.fitted != null && fitted.isLike(other.fitted));
    }

    /**
     * The band for a score, or none without a model.
     *
     * @param session 1 and up
     */
    public Optional<LocalBand> at(BigDecimal initial, int session) {
        if (fitted == null) {
            return Optional.empty();
        }
        var reach = quantile(fitted.freedom()) * fitted.deviation() * Math.sqrt(1 + fitted.leverage(initial, session));
        var expected = fitted.expected(initial, session);
        return Optional.of(new LocalBand(
                RULE,
                initial,
                session,
                shown(expected),
                shown(expected - reach),
                shown(expected + reach),
                LEVEL,
                LABEL,
                episodes));
    }

    /** The same, and none where no such first score, or no session so late, was seen: there the formula would only guess. */
    public Optional<LocalBand> within(BigDecimal initial, int session) {
        return fitted != null && fitted.covers(initial, session) ? at(initial, session) : Optional.empty();
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
