package dev.kith.assignment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.HQL;

/** Questions about one client's work and appointments. */
interface WorkGiven {
    /** Why, and how often. */
    record Skipped(String barrier, long times) {}

    /** An exercise in the version that was given, and whether a newer one may be done. */
    record GivenExercise(UUID owner, String key, Integer version, String policy) {}

    /** What has not ended, in the order in which it was given. Read without the assignments: who changes those locks them first, and sees them as they are then. */
    @HQL("""
        select exercisePracticeId, exerciseKey, exerciseVersion, versionPolicy from Assignment
        where clientId = :client and exerciseKey is not null and state <> 'ended' order by id
        """)
    List<GivenExercise> exercisesOf(UUID client);

    @HQL("""
        select id from Assignment where clientId = :client and exerciseKey = :exercise and state = 'active'
        fetch first 1 rows only
        """)
    List<UUID> activeOf(UUID client, String exercise);

    @HQL("""
        select t.barrier, count(*) from Task t join Assignment a on a.id = t.assignmentId
        where t.clientId = :client and a.exerciseKey = :exercise and t.barrier is not null
          and t.opensAt >= :from and t.opensAt < :to
        group by t.barrier order by count(*) desc, t.barrier
        """)
    List<Skipped> barriers(UUID client, String exercise, Instant from, Instant to);

    @HQL("""
        select startsAt from Appointment where clientId = :client and cancelledAt is null and startsAt <= :now
        order by startsAt desc fetch first 1 rows only
        """)
    List<Instant> begunAppointments(UUID client, Instant now);

    @HQL("""
        select startsAt from Appointment
        where clientId = :client and cancelledAt is null and startsAt <= :now and startToldAt < startsAt
        order by startsAt desc fetch first 1 rows only
        """)
    List<Instant> foretoldAppointments(UUID client, Instant now);
}
