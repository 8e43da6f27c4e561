package dev.kith.demo;

import dev.kith.response.Author;
import dev.kith.response.Bringing;
import dev.kith.response.PutResponse;
import dev.kith.security.Caller;
import dev.kith.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Gives demo clients twelve weeks behind them. Answers are made to reach a total; the server scores them as any others. */
@ApplicationScoped
class History {
    private static final List<String> REVERSED = List.of("a5", "b3", "c5", "d3", "e3");
    private static final List<String> KSR = List.of(
            "a1", "a2", "a3", "a4", "a5", "b1", "b2", "b3", "b4", "c1", "c2", "c3", "c4", "c5", "d1", "d2", "d3", "e1",
            "e2", "e3");

    @Inject
    Bringing bringing;

    @Inject
    Clock clock;

    /**
     * How one client went, oldest first; the last value is a few days old.
     *
     * @param phq totals of PHQ-9, weekly
     * @param gad totals of GAD-7, every second week
     * @param ksr totals of KSR-20, every fourth week
     */
    record Course(List<Integer> phq, List<Integer> gad, List<Integer> ksr) {}

    void write(Caller caller, UUID client, Course course) throws SQLException {
        for (var i = 0; i < course.phq().size(); i++) {
            bring(caller, client, "phq-9", spread("phq-9.", 8, 3, course.phq().get(i)), at(course.phq(), i, 1));
        }
        for (var i = 0; i < course.gad().size(); i++) {
            bring(caller, client, "gad-7", spread("gad-7.", 7, 3, course.gad().get(i)), at(course.gad(), i, 2));
        }
        for (var i = 0; i < course.ksr().size(); i++) {
            bring(caller, client, "ksr-20", selfReliance(course.ksr().get(i)), at(course.ksr(), i, 4));
        }
    }

    /** One PHQ-9 with the ninth item answered. */
    void writeCritical(Caller caller, UUID client, int total, int ninth) throws SQLException {
        var answers = spread("phq-9.", 8, 3, total - ninth);
        answers.put("phq-9.9", ninth);
        bring(caller, client, "phq-9", answers, clock.instant().minus(Duration.ofHours(3)));
    }

    private void bring(Caller caller, UUID client, String questionnaire, Map<String, Object> answers, Instant at)
            throws SQLException {
        if (questionnaire.equals("phq-9")) {
            answers.putIfAbsent("phq-9.9", 0);
            answers.put("phq-9.10", 1);
        }
        var request = new PutResponse(
                client, null, questionnaire, null, answers, Author.CLIENT, at, null, null, null, "en", true);
        bringing.put(caller, Ids.next(), request, null);
    }

    private Instant at(List<Integer> totals, int index, int weeksApart) {
        var weeksAgo = (totals.size() - 1L - index) * weeksApart;
        return clock.instant().minus(Duration.ofDays(weeksAgo * 7 + 3)).minus(Duration.ofMinutes(37L * (index + 1)));
    }

    /** Spreads a total over items as evenly as it goes. */
    static Map<String, Object> spread(String prefix, int items, int most, int total) {
        var answers = new HashMap<String, Object>();
        for (var i = 0; i < items; i++) {
            var value = total / items + (i < total % items ? 1 : 0);
            answers.put(prefix + (i + 1), Math.min(value, most));
        }
        return answers;
    }

    static Map<String, Object> selfReliance(int total) {
        var answers = new HashMap<String, Object>();
        for (var i = 0; i < KSR.size(); i++) {
            var value = total / KSR.size() + (i < total % KSR.size() ? 1 : 0);
            answers.put("ksr-20." + KSR.get(i), REVERSED.contains(KSR.get(i)) ? 4 - value : value);
        }
        answers.put("ksr-20.q0b", "yes");
        return answers;
    }
}
