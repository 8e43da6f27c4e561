package dev.kith.caseload;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The SQL of what decides a client's place: what waits, by the rank of its reason in {@link AttentionCode}, and the last contact. Each part
 * is a look into an index for a client, and is not looked at for whoever is not told of it.
 */
final class AttentionFacts {
    /** Alerts about access are the admin's. The turn is by when something waits; of an alert that is not critical, by when it is due. */
    private static final String WAITING = """
        select client_id, case when severity <> 'critical' then 4 when state = 'open' then 1 else 2 end as rank, raised_at as since,
               case when severity <> 'critical' then due_at else raised_at end as turn, due_at, severity
        from alert where practice_id = kith_practice() %1$s and state <> 'resolved' and kind <> 'access' and ?
        union all
        select client_id, case severity when 'red' then 3 else 5 end, since, since, null, null
        from signal where practice_id = kith_practice() %1$s and ended_at is null and rule <> all (?) and ?
        union all
        select client_id, 6, given_at, given_at, null, null
        from feedback where practice_id = kith_practice() %1$s and member_id is null and read_at is null and withdrawn_at is null and ?
        """;

    private static final String DID = """
        select greatest(
          (select authored_at from response where practice_id = kith_practice() and client_id = %1$s
             and state in ('completed', 'amended') and author = 'client' and ? order by authored_at desc, id desc limit 1),
          (select authored_at from log where practice_id = kith_practice() and client_id = %1$s
             and state <> 'in-progress' and author = 'client' and ? order by authored_at desc, id desc limit 1),
          (select given_at from feedback where practice_id = kith_practice() and client_id = %1$s
             and member_id is null and ? order by given_at desc, id desc limit 1)) as at
        """;

    private static final String MET = """
        select starts_at from appointment
        where practice_id = kith_practice() and client_id = %1$s and starts_at <= ? and cancelled_at is null and ?
        order by starts_at desc, id desc limit 1
        """;

    /** Of the things that wait, that of the first rank that any has. */
    static final String TURN = IntStream.range(1, AttentionCode.LAST)
            .mapToObj(rank -> "min(turn) filter (where rank = " + rank + ")")
            .collect(Collectors.joining(",\n", "coalesce(", ")"));

    private AttentionFacts() {}

    /** Rows (client_id, rank, since, turn, due_at, severity); of one client when the condition names it. */
    static void waiting(Question ask, String ofClient, Told told) {
        var rules = told.hiddenRules().toArray(String[]::new);
        ask.add(WAITING.formatted(ofClient), told.alerts(), rules, told.progress(), told.messages());
    }

    /** One row (at): when the client last did something. */
    static void did(Question ask, String client, Told told) {
        ask.add(DID.formatted(client), told.progress(), told.progress(), told.messages());
    }

    /** At most one row: the last appointment that began. */
    static void met(Question ask, String client, Told told, Instant now) {
        ask.add(MET.formatted(client), now, told.assignments());
    }
}
