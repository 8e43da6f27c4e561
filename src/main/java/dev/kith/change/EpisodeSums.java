package dev.kith.change;

import dev.kith.change.ExpectedResponse.ClosedEpisode;
import dev.kith.change.ExpectedResponse.SessionScore;
import java.util.Collection;

/**
 * All that a model needs to know of closed episodes; no episode can be read out of it. Predictors are the first score and ln(1 + session) of each later
 * score. In doubles: means, then squares and products of what lies about them.
 *
 * @param episodes those with a later score
 * @param scores later ones, of all episodes together
 * @param initial mean first score, each as often as its episode has later scores
 * @param late mean ln(1 + session)
 * @param value mean later score
 * @param lowest first score
 * @param highest first score
 * @param sessions the last session that was seen
 * @param ii squares of first scores; i: first score, t: ln(1 + session), v: later score
 */
public record EpisodeSums(
        int episodes,
        int scores,
        double initial,
        double late,
        double value,
        double lowest,
        double highest,
        int sessions,
        double ii,
        double it,
        double tt,
        double iv,
        double tv,
        double vv) {

    private record Observation(double initial, double late, double value) {}

    /** Episodes without a later score say nothing and are not counted. */
    public static EpisodeSums of(Collection<ClosedEpisode> closed) {
        var told = closed.stream().filter(one -> !one.scores().isEmpty()).toList();
        var rows = told.stream()
                .flatMap(episode -> episode.scores().stream()
                        .map(score -> new Observation(
                                episode.initial().doubleValue(),
                                Math.log1p(score.session()),
                                score.value().doubleValue())))
                .toList();
        var initial = rows.stream().mapToDouble(Observation::initial).average().orElse(0);
        var late = rows.stream().mapToDouble(Observation::late).average().orElse(0);
        var value = rows.stream().mapToDouble(Observation::value).average().orElse(0);
        var lowest = rows.stream().mapToDouble(Observation::initial).min().orElse(0);
        var highest = rows.stream().mapToDouble(Observation::initial).max().orElse(0);
        var sessions = told.stream()
                .flatMap(episode -> episode.scores().stream())
                .mapToInt(SessionScore::session)
                .max()
                .orElse(0);
        double ii = 0;
        double it = 0;
        double tt = 0;
        double iv = 0;
        double tv = 0;
        double vv = 0;
        for (var row : rows) {
            var i = row.initial() - initial;
            var t = row.late() - late;
            var v = row.value() - value;
            ii += i * i;
            it += i * t;
            tt += t * t;
            iv += i * v;
            tv += t * v;
            vv += v * v;
        }
        return new EpisodeSums(
                told.size(), rows.size(), initial, late, value, lowest, highest, sessions, ii, it, tt, iv, tv, vv);
    }

    /** Of both together, as if they had been added up at once: Chan, Golub and LeVeque 1983. */
    public EpisodeSums plus(EpisodeSums other) {
        if (scores == 0 || other.scores == 0) {
            return scores == 0 ? other : this;
        }
        var all = scores + other.scores;
        var part = (double) other.scores / all;
        var apart = scores * part;
        var i = other.initial - initial;
        var t = other.late - late;
        var v = other.value - value;
        return new EpisodeSums(
                episodes + other.episodes,
                all,
                initial + i * part,
                late + t * part,
                value + v * part,
                Math.min(lowest, other.lowest),
                Math.max(highest, other.highest),
                Math.max(sessions, other.sessions),
                ii + other.ii + i * i * apart,
                it + other.it + i * t * apart,
                tt + other.tt + t * t * apart,
                iv + other.iv + i * v * apart,
                tv + other.tv + t * v * apart,
                vv + other.vv + v * v * apart);
    }
}
