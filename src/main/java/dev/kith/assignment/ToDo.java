package dev.kith.assignment;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.HQL;
import org.jspecify.annotations.Nullable;

/** What clients have to do and have done: tasks with what they ask for, one query each. */
interface ToDo {
    String TASKS = """
        select t.id, t.assignmentId, t.clientId, a.questionnaireKey, a.questionnaireVersion, a.questionnairePracticeId,
               a.versionPolicy, a.state,
               t.startsLocal, t.timeZone, t.shifted, t.opensAt, t.dueAt, t.closesAt, t.responseId, t.endedAs, t.endedAt
        from Task t join Assignment a on a.id = t.assignmentId
        """;

    /** A task with its questionnaire. */
    record Row(
            UUID id,
            UUID assignmentId,
            UUID clientId,
            String questionnaireKey,
            int questionnaireVersion,
            UUID questionnairePracticeId,
            String versionPolicy,
            String assignmentState,
            LocalDateTime startsLocal,
            String timeZone,
            String shifted,
            Instant opensAt,
            Instant dueAt,
            Instant closesAt,
            @Nullable UUID responseId,
            @Nullable String endedAs,
            @Nullable Instant endedAt) {}

    /** In one state as {@link TaskState} names it, or in any; unanswered work of assignments in the state hidden is left out. */
    @HQL(TASKS + """
        where t.clientId = :client and t.opensAt >= :from and t.opensAt < :to
          and (t.opensAt, t.id) > (:afterOpens, :afterId)
          and (a.state <> :hidden or t.endedAs is not null)
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
        where t.assignmentId = :assignment
        order by t.opensAt, t.id
        """)
    List<Row> ofAssignment(UUID assignment);

    @HQL(TASKS + """
        where t.id = :task
        """)
    List<Row> one(UUID task);
}
