package dev.kith.progress;

import dev.kith.change.Adherence.CountedTask;
import dev.kith.exercise.LogValues;
import dev.kith.goal.GoalAuthor;
import dev.kith.ladder.LadderCourse.RungFact;
import dev.kith.ladder.LadderCourse.TryFact;
import dev.kith.ladder.LadderCourse.WordFact;
import dev.kith.security.Caller;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a client did of given work, in a period: numbers and codes only, but for the words of goals, which client and care team share.
 *
 * @param tasks by when they were due, newest first
 * @param sessions by when they were made, newest first
 * @param ladders by id, newest first
 * @param goals that were active or achieved at its end, by id, newest first
 * @param hidden questionnaires whose scores the client is not shown
 * @param keptForATalk those of them that the care team keeps, whatever the client chose
 * @param beganOn when the running enrolment in a program began, else the last one; null without any
 * @param more kinds of which there was more than is looked at: tasks, logs, tries, goals
 */
record Work(
        List<DoneTask> tasks,
        List<Session> sessions,
        Map<UUID, Ladder> ladders,
        Map<UUID, PursuedGoal> goals,
        Set<String> hidden,
        Set<String> keptForATalk,
        @Nullable LocalDate beganOn,
        Set<String> more) {

    static Work none() {
        return new Work(
                new ArrayList<>(),
                new ArrayList<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                null,
                new LinkedHashSet<>());
    }

    Work begunOn(LocalDate day) {
        return new Work(tasks, sessions, ladders, goals, hidden, keptForATalk, day, more);
    }

    /** The same kinds, without those that a caller is told nothing of. */
    List<String> moreFor(Caller caller) {
        return more.stream()
                .filter(kind -> !caller.isMachine() || !(kind.equals("tries") || kind.equals("goals")))
                .toList();
    }

    /**
     * A task that was due.
     *
     * @param state completed, missed, skipped, cancelled, or open: it may still be done
     * @param onTimeUntil when it was late from, its grace included
     */
    record DoneTask(Given of, String state, Instant onTimeUntil, CountedTask counted) {
        boolean isDoneOnTime() {
            return counted.completedAt() != null && !counted.completedAt().isAfter(onTimeUntil);
        }

        /** Taken away after it was due, it still was. */
        boolean stands() {
            return !counted.isWithdrawn();
        }
    }

    /**
     * What it is a task of.
     *
     * @param exerciseOwner who wrote the exercise, and
     * @param version of it that was assigned; both null of a questionnaire
     */
    record Given(
            UUID assignment,
            @Nullable String questionnaire,
            @Nullable String exercise,
            @Nullable UUID exerciseOwner,
            @Nullable Integer version) {}

    /**
     * A completed log.
     *
     * @param said numbers and codes of what it says; never words
     */
    record Session(
            UUID id,
            UUID exerciseOwner,
            String exercise,
            int version,
            Instant at,
            boolean stopRuleUsed,
            LogValues said) {}

    /**
     * A ladder, as of the end of the period.
     *
     * @param tries newest first; of one log, its newest revision
     */
    record Ladder(UUID id, String exercise, List<RungFact> rungs, List<TryFact> tries, List<WordFact> words) {
        Ladder(UUID id, String exercise) {
            this(id, exercise, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    /**
     * A goal, as of the end of the period and in the words that counted then.
     *
     * @param start what its baseline looks like
     * @param achievedAt null while it was active
     * @param seen where each author saw the client last, on these levels
     */
    record PursuedGoal(
            UUID id,
            String title,
            int revision,
            int weight,
            int baseline,
            String start,
            Instant agreedAt,
            @Nullable Instant achievedAt,
            Map<GoalAuthor, SeenLevel> seen) {
        PursuedGoal(
                UUID id,
                String title,
                int revision,
                int weight,
                int baseline,
                String start,
                Instant agreedAt,
                @Nullable Instant achievedAt) {
            this(id, title, revision, weight, baseline, start, agreedAt, achievedAt, new EnumMap<>(GoalAuthor.class));
        }
    }

    /**
     * A rating.
     *
     * @param level -2 to +2
     * @param revision of the goal, whose levels were looked at
     */
    record SeenLevel(UUID id, int level, String looksLike, int revision, Instant at) {}
}
