package dev.kith.signal;

import dev.kith.change.Adherence.CountedTask;
import dev.kith.change.DistressDrop.Session;
import dev.kith.response.ScoreLine;
import dev.kith.response.ScoreLine.Measure;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the rules look at, of one client; numbers and codes only.
 *
 * @param inCare false of who left: then there is nothing else
 */
record ClientFacts(
        boolean inCare, List<ScoreLine> scores, List<Course> courses, List<Done> sessions, List<Critical> criticals) {
    /** Of who left. */
    static final ClientFacts GONE = new ClientFacts(false, List.of(), List.of(), List.of(), List.of());

    static ClientFacts none() {
        return new ClientFacts(true, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /**
     * A running assignment with its newest tasks that have opened.
     *
     * @param tasks those that are over, in any order
     * @param lateSince when the oldest measurement was due that is still missing; null when none is, and for exercises
     */
    record Course(
            UUID assignment,
            @Nullable Questionnaire questionnaire,
            @Nullable String exercise,
            List<CountedTask> tasks,
            @Nullable Instant lateSince) {
        @Nullable
        String questionnaireKey() {
            return questionnaire == null ? null : questionnaire.key();
        }
    }

    /** A questionnaire of the library or of the practice, whatever its version. */
    record Questionnaire(UUID owner, String key) {
        boolean has(Measure measure) {
            return owner.equals(measure.owner()) && key.equals(measure.questionnaire());
        }
    }

    /** A session of an exercise. */
    record Done(UUID log, Exercise exercise, Session session) {}

    /** A version of an exercise. */
    record Exercise(UUID owner, String key, int version) {}

    /**
     * A questionnaire's newest response by an author, which has a critical answer.
     *
     * @param linkId null when the rule looks at more than one answer
     */
    record Critical(
            UUID response,
            Questionnaire questionnaire,
            int version,
            String rule,
            @Nullable String linkId,
            @Nullable BigDecimal answer,
            Instant at,
            String author) {}
}
