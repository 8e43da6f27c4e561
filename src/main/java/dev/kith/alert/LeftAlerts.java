package dev.kith.alert;

import dev.kith.time.RealTime;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Alerts whose owner looks after them no longer: found and held in the order of their ids, and given to others in one statement,
 * however many there are.
 */
@ApplicationScoped
class LeftAlerts {
    private static final String FIND = """
        select a.id, a.client_id, a.kind, a.severity, a.rule, a.state, a.steps, a.due_at, a.next_step_at, a.owner_id, o.supervisor_id
        from alert a join member o on o.practice_id = a.practice_id and o.id = a.owner_id
        """;
    private static final String OF_CLIENT = FIND + """
        where a.practice_id = kith_practice() and a.state <> 'resolved' and a.client_id = ? and a.owner_id = ? and a.kind <> 'access'
        order by a.id for no key update of a
        """;
    private static final String OF_MEMBER = FIND + """
        where a.practice_id = kith_practice() and a.state <> 'resolved' and a.owner_id = ?
          and case when a.kind = 'access' then ?::boolean else ?::boolean end
        order by a.id for no key update of a
        """;

    /** Whose place ended by its date. Who became the owner after that was chosen although they were not on the team. */
    private static final String BY_DAY = FIND + """
        join practice p on p.id = a.practice_id
        cross join lateral (
          select max(t.until_on)::timestamp at time zone p.time_zone as at from care_team_member t
          where t.practice_id = a.practice_id and t.client_id = a.client_id and t.member_id = a.owner_id
            and t.from_on <= (?::timestamptz at time zone p.time_zone)::date
          having not bool_or(t.until_on is null or t.until_on > (?::timestamptz at time zone p.time_zone)::date)
        ) ended
        where a.practice_id = kith_practice() and a.state <> 'resolved' and a.kind <> 'access'
          and ended.at > (
            select max(s.at) from alert_step s
            where s.practice_id = a.practice_id and s.alert_id = a.id and s.owner_id = a.owner_id
              and s.what in ('raised', 'acknowledged', 'reassigned', 'reopened'))
        order by a.id limit ? for no key update of a skip locked
        """;

    private static final String NEXT = """
        select min(t.until_on::timestamp at time zone p.time_zone)
        from alert a
        join practice p on p.id = a.practice_id
        join care_team_member t on t.practice_id = a.practice_id and t.client_id = a.client_id and t.member_id = a.owner_id
        where a.practice_id = kith_practice() and a.state <> 'resolved' and a.kind <> 'access'
          and t.until_on::timestamp at time zone p.time_zone > ?
        """;

    /**
     * What the owner before was to be told is needless now. One who had acknowledged it takes that along, so it begins anew: those
     * who were told before count as not told.
     */
    private static final String PASS = """
        with passed as (
          select * from unnest(?::uuid[], ?::int[], ?::uuid[], ?::uuid[], ?::timestamptz[], ?::timestamptz[], ?::boolean[])
            as x (id, number, owner_id, before_id, due_at, next_at, anew)
        ), handed as (
          insert into alert_step (practice_id, alert_id, number, what, at, by_kind, by_id, state, owner_id, about_id, reason)
          select kith_practice(), id, number, 'reassigned', ?::timestamptz, 'system', kith_practice(), 'open', owner_id, before_id, ?
          from passed
        ), told as (
          insert into alert_telling (practice_id, alert_id, number, member_id, until_state, try_at)
          select kith_practice(), id, number, owner_id, 'acknowledged', ?::timestamptz from passed
        ), spared as (
          update alert_telling t set state = 'needless', ended_at = ?::timestamptz from passed x
          where t.practice_id = kith_practice() and t.alert_id = x.id and t.member_id = x.before_id and t.state = 'waiting'
        )
        update alert a
        set steps = x.number, owner_id = x.owner_id, state = 'open', acknowledged_at = null, acknowledged_by = null,
            due_at = x.due_at, next_step_at = x.next_at, version = a.version + 1,
            rung = case when x.anew then 'owner' else a.rung end,
            repeats = case when x.anew then 0 else a.repeats end,
            told_since = case when x.anew then x.number else a.told_since end
        from passed x where a.practice_id = kith_practice() and a.id = x.id
        """;

    @Inject
    AgroalDataSource database;

    @Inject
    @RealTime
    Clock realTime;

    /**
     * One that its owner left, held until the running transaction ends.
     *
     * @param owner who left
     * @param supervisor who supervises them
     */
    record Left(
            UUID id,
            UUID clientId,
            NewAlert.Kind kind,
            AlertSeverity severity,
            String rule,
            boolean acknowledged,
            int steps,
            Instant dueAt,
            Instant nextStepAt,
            UUID owner,
            @Nullable UUID supervisor) {
        /** Of the step that passes it on. */
        int number() {
            return steps + 1;
        }
    }

    /** To whom it goes, and how long they have. */
    record Passed(Left left, UUID owner, Instant dueAt, Instant nextStepAt) {}

    /** About care of one client. */
    List<Left> ofClient(UUID client, UUID owner) throws SQLException {
        return find(OF_CLIENT, client, owner);
    }

    /** Of all clients. */
    List<Left> ofMember(UUID owner, boolean aboutCare, boolean aboutAccess) throws SQLException {
        return find(OF_MEMBER, owner, aboutAccess, aboutCare);
    }

    /** Whose owner was on the care team until some day, and is not any more. What others hold is left out. */
    List<Left> leftByDay(Instant now, int most) throws SQLException {
        var at = now.atOffset(ZoneOffset.UTC);
        return find(BY_DAY, at, at, most);
    }

    /** When the next owner's place ends by its date. */
    Optional<Instant> nextAfter(Instant moment) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(NEXT)) {
            select.setObject(1, moment.atOffset(ZoneOffset.UTC));
            try (var row = select.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant);
            }
        }
    }

    private List<Left> find(String sql, Object... values) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            try (var row = select.executeQuery()) {
                var found = new ArrayList<Left>();
                while (row.next()) {
                    found.add(new Left(
                            row.getObject("id", UUID.class),
                            row.getObject("client_id", UUID.class),
                            NewAlert.Kind.of(row.getString("kind")),
                            AlertSeverity.of(row.getString("severity")),
                            row.getString("rule"),
                            row.getString("state").equals(Alert.ACKNOWLEDGED),
                            row.getInt("steps"),
                            row.getObject("due_at", OffsetDateTime.class).toInstant(),
                            row.getObject("next_step_at", OffsetDateTime.class).toInstant(),
                            row.getObject("owner_id", UUID.class),
                            row.getObject("supervisor_id", UUID.class)));
                }
                return found;
            }
        }
    }

    void pass(List<Passed> passed, PassingOn.Reason reason, Instant now) throws SQLException {
        var real = realTime.instant().atOffset(ZoneOffset.UTC);
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(PASS)) {
            update.setArray(1, array(connection, "uuid", passed, p -> p.left().id()));
            update.setArray(2, array(connection, "int", passed, p -> p.left().number()));
            update.setArray(3, array(connection, "uuid", passed, Passed::owner));
            update.setArray(4, array(connection, "uuid", passed, p -> p.left().owner()));
            update.setArray(
                    5, array(connection, "timestamptz", passed, p -> p.dueAt().toString()));
            update.setArray(
                    6,
                    array(connection, "timestamptz", passed, p -> p.nextStepAt().toString()));
            update.setArray(
                    7, array(connection, "boolean", passed, p -> p.left().acknowledged()));
            update.setObject(8, now.atOffset(ZoneOffset.UTC));
            update.setString(9, reason.code());
            update.setObject(10, real);
            update.setObject(11, real);
            update.executeUpdate();
        }
    }

    private static java.sql.Array array(
            Connection connection, String type, List<Passed> passed, Function<Passed, Object> each)
            throws SQLException {
        return connection.createArrayOf(type, passed.stream().map(each).toArray());
    }
}
