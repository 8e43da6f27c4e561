package dev.kith.assignment;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.HQL;
import org.jspecify.annotations.Nullable;

/** What clients have to do and have done: tasks with what they ask for, one query each. */
interface ToDo {
    /** A task with its questionnaire. */
    record Row(
            UUID id,
            UUID assignmentId,
            UUID clientId,
            String questionnaireKey,
            int questionnaireVersion,
            UUID questionnairePracticeId,
            String versionPolicy,
            LocalDateTime startsLocal,
            String timeZone,
            String shifted,
            Instant opensAt,
            Instant dueAt,
            Instant closesAt,
            @Nullable UUID responseId,
            @Nullable String endedAs,
            @Nullable Instant endedAt) {}

    @HQL("""
        select t.id, t.assignmentId, t.clientId, a.questionnaireKey, a.questionnaireVersion, a.questionnairePracticeId,
               a.versionPolicy,
               t.startsLocal, t.timeZone, t.shifted, t.opensAt, t.dueAt, t.closesAt, t.responseId, t.endedAs, t.endedAt
        from Task t join Assignment a on a.id = t.assignmentId
        where t.clientId = :client and t.endedAs is null and t.opensAt <= :now and t.closesAt > :now
          and a.state = 'active' and (t.opensAt, t.id) > (:afterOpens, :afterId)
        order by t.opensAt, t.id
        fetch first :many rows only
        """)
    List<Row> open(UUID client, Instant now, Instant afterOpens, UUID afterId, int many);

    @HQL("""
        select t.id, t.assignmentId, t.clientId, a.questionnaireKey, a.questionnaireVersion, a.questionnairePracticeId,
               a.versionPolicy,
               t.startsLocal, t.timeZone, t.shifted, t.opensAt, t.dueAt, t.closesAt, t.responseId, t.endedAs, t.endedAt
        from Task t join Assignment a on a.id = t.assignmentId
        where t.clientId = :client and t.opensAt >= :from and t.opensAt < :to
          and (a.state <> 'paused' or t.endedAs is not null) and (t.opensAt, t.id) > (:afterOpens, :afterId)
        order by t.opensAt, t.id
        fetch first :many rows only
        """)
    List<Row> between(UUID client, Instant from, Instant to, Instant afterOpens, UUID afterId, int many);

    @HQL("""
        select t.id, t.assignmentId, t.clientId, a.questionnaireKey, a.questionnaireVersion, a.questionnairePracticeId,
               a.versionPolicy,
               t.startsLocal, t.timeZone, t.shifted, t.opensAt, t.dueAt, t.closesAt, t.responseId, t.endedAs, t.endedAt
        from Task t join Assignment a on a.id = t.assignmentId
        where t.assignmentId = :assignment
        order by t.opensAt, t.id
        """)
    List<Row> ofAssignment(UUID assignment);

    @HQL("""
        select t.id, t.assignmentId, t.clientId, a.questionnaireKey, a.questionnaireVersion, a.questionnairePracticeId,
               a.versionPolicy,
               t.startsLocal, t.timeZone, t.shifted, t.opensAt, t.dueAt, t.closesAt, t.responseId, t.endedAs, t.endedAt
        from Task t join Assignment a on a.id = t.assignmentId
        where t.id = :task
        """)
    List<Row> one(UUID task);
}
