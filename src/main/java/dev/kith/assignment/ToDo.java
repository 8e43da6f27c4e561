package dev.kith.assignment;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.HQL;
import org.jspecify.annotations.Nullable;

/** What clients have to do and have done: tasks with what they ask for, one query each. */
interface ToDo {
    String TASKS = """
        select t.id, t.assignmentId, t.clientId, a.questionnaireKey, a.exerciseKey,
               coalesce(a.questionnaireVersion, a.exerciseVersion), coalesce(a.questionnairePracticeId, a.exercisePracticeId),
               a.versionPolicy, a.state, t.startsLocal, t.ordinal, t.timeZone, t.shifted, t.opensAt, t.dueAt, t.lateAfter,
               t.closesAt, t.snoozedUntil, t.responseId, t.logId, t.endedAs, t.endedAt, t.endedWhy, t.barrier, t.barrierNote,
               t.skippedAt, t.late
        from Task t join Assignment a on a.id = t.assignmentId
        """;

    /** A task with what it asks for. */
    record Row(
            UUID id,
            UUID assignmentId,
            UUID clientId,
            @Nullable String questionnaireKey,
            @Nullable String exerciseKey,
            Integer workVersion,
            UUID workPracticeId,
            String versionPolicy,
            String assignmentState,
            LocalDateTime startsLocal,
            short ordinal,
            String timeZone,
            String shifted,
            Instant opensAt,
            Instant dueAt,
            Instant lateAfter,
            Instant closesAt,
            @Nullable Instant snoozedUntil,
            @Nullable UUID responseId,
            @Nullable UUID logId,
            @Nullable String endedAs,
            @Nullable Instant endedAt,
            @Nullable String endedWhy,
            @Nullable String barrier,
            @Nullable String barrierNote,
            @Nullable Instant skippedAt,
            boolean late) {
        TaskState state(Instant now) {
            return TaskState.at(now, endedAs, opensAt, closesAt);
        }

        boolean paused() {
            return AssignmentState.of(assignmentState) == AssignmentState.PAUSED;
        }
    }

    /**
     * In one state as {@link TaskState} names it, or in any; unanswered work of assignments in the state hidden is left out, and what was
     * withdrawn before it opened too, unless it is asked for.
     */
    @HQL(TASKS + """
        where t.clientId = :client and t.opensAt >= :from and t.opensAt < :to
          and (t.opensAt, t.id) > (:afterOpens, :afterId)
          and (a.state <> :hidden or t.endedAs is not null)
          and (:state = 'cancelled' or t.endedWhy is null or t.endedWhy not in ('schedule-revised', 'weekly-cap', 'program-moved'))
          and :state in ('any', case when t.endedAs is not null then t.endedAs when t.opensAt > :now then 'scheduled'
                                     when t.closesAt > :now then 'open' else 'missed' end)
        order by t.opensAt, t.id
        fetch first :many rows only
        """)
    List<Row> between(
            UUID client,
            Instant from,
            Instant to,
            String state,
            String hidden,
            Instant now,
            Instant afterOpens,
            UUID afterId,
            int many);

    @HQL(TASKS + """
        where t.assignmentId = :assignment and (t.opensAt, t.id) > (:afterOpens, :afterId)
        order by t.opensAt, t.id
        fetch first :many rows only
        """)
    List<Row> ofAssignment(UUID assignment, Instant afterOpens, UUID afterId, int many);

    @HQL(TASKS + """
        where t.id = :task
        """)
    List<Row> one(UUID task);

    @HQL(TASKS + """
        where t.id in :tasks
        order by t.opensAt, t.id
        """)
    List<Row> these(Collection<UUID> tasks);

    /** What is asked of a client by tasks that have not ended. */
    record Asked(
            @Nullable String questionnaireKey,
            @Nullable String exerciseKey,
            Integer workVersion,
            UUID workPracticeId,
            String versionPolicy) {}

    @HQL("""
        select distinct a.questionnaireKey, a.exerciseKey, coalesce(a.questionnaireVersion, a.exerciseVersion),
               coalesce(a.questionnairePracticeId, a.exercisePracticeId), a.versionPolicy
        from Task t join Assignment a on a.id = t.assignmentId
        where t.clientId = :client and t.endedAs is null
        """)
    List<Asked> asked(UUID client);
}
