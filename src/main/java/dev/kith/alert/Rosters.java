package dev.kith.alert;

import dev.kith.escalation.Colleague;
import dev.kith.escalation.Pace;
import dev.kith.escalation.Place;
import dev.kith.escalation.Roster;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Who could be told of alerts at one moment of the practice's clock, and how soon: members, absences, care teams, the on-call list
 * and the practice's pace in one query.
 */
@ApplicationScoped
class Rosters {
    private static final String ASK = """
        with asked as (
          select ?::uuid[] as clients, (?::timestamptz at time zone p.time_zone)::date as today from practice p where p.id = kith_practice()
        )
        select 1 as kind, m.id, null::uuid as client, 'admin' = any (m.roles) as admin,
               m.roles && array['clinician', 'supervisor'] as clinical, m.supervisor_id, x.id is not null as away, x.cover_id,
               null as part, m.created_at as sort, m.version, null::bigint as acknowledge, null::bigint as escalate, null::bigint as resolve, null::bigint as remind
        from asked a cross join member m
        left join lateral (
          select e.id, e.cover_id from member_absence e
          where e.practice_id = m.practice_id and e.member_id = m.id and e.from_on <= a.today and e.until_on > a.today
          limit 1) x on true
        where m.practice_id = kith_practice() and m.disabled_at is null
        union all
        select 2, t.member_id, t.client_id, false, false, null, false, null, t.role, t.created_at, 0, null, null, null, null
        from asked a join care_team_member t on t.client_id = any (a.clients)
        join member m on m.practice_id = t.practice_id and m.id = t.member_id and m.roles && array['clinician', 'supervisor']
        where t.practice_id = kith_practice() and t.from_on <= a.today and (t.until_on is null or t.until_on > a.today)
        union all
        select 3, o.member_id, null, false, false, null, false, null, null, timestamptz 'epoch' + o.place * interval '1 second', 0,
               null, null, null, null
        from alert_on_call o where o.practice_id = kith_practice()
        union all
        select 4, null, null, false, false, null, false, null, c.severity, null, 0,
               extract(epoch from c.acknowledge_within)::bigint, extract(epoch from c.escalate_every)::bigint,
               extract(epoch from c.resolve_within)::bigint, extract(epoch from c.remind_every)::bigint
        from alert_pace c where c.practice_id = kith_practice()
        order by kind, sort, id
        """;

    @Inject
    AgroalDataSource database;

    /**
     * Everybody at one moment.
     *
     * @param versions of whom could be told, by which a change since then is seen
     * @param paces the practice's own; what holds until it has some where one is missing
     */
    record Everybody(
            List<Colleague> colleagues,
            Map<UUID, Integer> versions,
            Map<UUID, List<Place>> teams,
            List<UUID> onCall,
            Map<AlertSeverity, Pace> paces) {

        Roster of(NewAlert.Kind kind, UUID client) {
            return kind == NewAlert.Kind.ACCESS
                    ? Roster.ofAccess(colleagues)
                    : Roster.ofCare(colleagues, team(client), onCall);
        }

        Pace pace(AlertSeverity severity) {
            var own = paces.get(severity);
            return own == null ? AlertPolicy.DEFAULT.pace(severity) : own;
        }

        boolean isOnTeam(UUID client, UUID member) {
            return team(client).stream().anyMatch(place -> place.member().equals(member));
        }

        /** Whether somebody who may sign in is on the client's care team. */
        boolean isStaffed(UUID client) {
            return team(client).stream().anyMatch(place -> versions.containsKey(place.member()));
        }

        private List<Place> team(UUID client) {
            return teams.getOrDefault(client, List.of());
        }
    }

    Everybody at(Instant moment, UUID client) throws SQLException {
        return at(moment, Set.of(client));
    }

    Everybody at(Instant moment, Collection<UUID> clients) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(ASK)) {
            select.setArray(1, connection.createArrayOf("uuid", clients.toArray()));
            select.setObject(2, moment.atOffset(ZoneOffset.UTC));
            try (var row = select.executeQuery()) {
                return read(row);
            }
        }
    }

    private static Everybody read(ResultSet row) throws SQLException {
        var everybody = new Everybody(
                new ArrayList<>(),
                new HashMap<>(),
                new HashMap<>(),
                new ArrayList<>(),
                new EnumMap<>(AlertSeverity.class));
        while (row.next()) {
            switch (row.getInt("kind")) {
                case 1 -> readColleague(row, everybody);
                case 2 ->
                    everybody
                            .teams()
                            .computeIfAbsent(row.getObject("client", UUID.class), unseen -> new ArrayList<>())
                            .add(new Place(row.getObject("id", UUID.class), part(row.getString("part"))));
                case 3 -> everybody.onCall().add(row.getObject("id", UUID.class));
                default -> everybody.paces().put(AlertSeverity.of(row.getString("part")), AlertPolicies.pace(row, 12));
            }
        }
        return everybody;
    }

    private static void readColleague(ResultSet row, Everybody everybody) throws SQLException {
        var member = row.getObject("id", UUID.class);
        everybody
                .colleagues()
                .add(new Colleague(
                        member,
                        row.getBoolean("admin"),
                        row.getBoolean("clinical"),
                        row.getObject("supervisor_id", UUID.class),
                        row.getBoolean("away"),
                        row.getObject("cover_id", UUID.class)));
        everybody.versions().put(member, row.getInt("version"));
    }

    private static Place.Part part(String role) {
        return Place.Part.valueOf(role.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
