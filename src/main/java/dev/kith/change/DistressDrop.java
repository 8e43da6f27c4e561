package dev.kith.change;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How distress falls within sessions of an exercise, and from session to session. Positive is a fall. 2 decimals, half-up; null with fewer sessions
 * than a figure needs, as counted beside it. A fall is worth knowing; that none was there does not mean that nothing was learned.
 *
 * @param sessions in all
 * @param within mean of before less after, over sessions with both
 * @param withinSessions how many these are
 * @param fromPeak mean of the highest less after, over sessions with both
 * @param fromPeakSessions how many these are
 * @param betweenBefore before of the first session that has it less that of the last; null unless two have it
 * @param betweenPeak the same with the highest
 * @param reason why within is null
 */
public record DistressDrop(
        NamedRule rule,
        int sessions,
        @Nullable BigDecimal within,
        int withinSessions,
        @Nullable BigDecimal fromPeak,
        int fromPeakSessions,
        @Nullable BigDecimal betweenBefore,
        @Nullable BigDecimal betweenPeak,
        @Nullable Reason reason) {
    public static final NamedRule RULE = new NamedRule("distress-drop", 1);

    private static final int DECIMALS = 2;

    /**
     * Distress in one session, usually from 0 to 10.
     *
     * @param peak the highest
     * @param stopRuleUsed whether the client stopped as the exercise says one may
     */
    public record Session(
            Instant at,
            @Nullable BigDecimal before,
            @Nullable BigDecimal peak,
            @Nullable BigDecimal after,
            boolean stopRuleUsed) {
        /** Of two at one time the harder one comes last, whatever the order in which they were given. */
        public static final Comparator<Session> IN_TIME = Comparator.comparing(Session::at)
                .thenComparing(Session::peak, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Session::before, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Session::stopRuleUsed);
    }

    /** Of sessions in any order. */
    public static DistressDrop of(Collection<Session> sessions) {
        var inTime = sessions.stream().sorted(Session.IN_TIME).toList();
        var within = drops(inTime, Session::before);
        var fromPeak = drops(inTime, Session::peak);
        return new DistressDrop(
                RULE,
                inTime.size(),
                Decimals.mean(within, DECIMALS),
                within.size(),
                Decimals.mean(fromPeak, DECIMALS),
                fromPeak.size(),
                between(inTime, Session::before),
                between(inTime, Session::peak),
                within.isEmpty() ? Reason.NO_SESSION : null);
    }

    private static List<BigDecimal> drops(List<Session> sessions, Function<Session, @Nullable BigDecimal> from) {
        return sessions.stream()
                .flatMap(session -> Stream.ofNullable(from.apply(session))
                        .flatMap(high -> Stream.ofNullable(session.after()).map(high::subtract)))
                .toList();
    }

    private static @Nullable BigDecimal between(
            List<Session> inTime, Function<Session, @Nullable BigDecimal> distress) {
        var noted = inTime.stream()
                .flatMap(session -> Stream.ofNullable(distress.apply(session)))
                .toList();
        return noted.size() < 2 ? null : Decimals.shown(noted.get(0).subtract(noted.get(noted.size() - 1)), DECIMALS);
    }
}
