package dev.kith.trail;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads one client's lines of the trail, newest first, with who it was: one query. Native, because it joins what rooms keep apart. Refused attempts are no
 * access and name no client. Nor is it access when the server itself draws a conclusion from an answer. Of reasons only that of breaking the glass is
 * for the client: others are notes among those who care. Who looks at a list many times a day is one line, so that nothing drowns in it.
 */
@ApplicationScoped
class AccessLines {
    /** Looks at lists of many: one on each day on which the client lives them stands for those before it. */
    private static final String IN_LISTS = "('caseload.read', 'alerts.listed', 'events.read')";

    private static final String SAME_DAY = """
        from audit_entry o
        where o.practice_id = kith_practice() and o.client_id = e.client_id and o.action = e.action and o.actor_id = e.actor_id
          and o.outcome = 'done' and (o.at at time zone z.time_zone)::date = (e.at at time zone z.time_zone)::date
        """;
    private static final String PAGE = """
        select e.id, e.at, e.action, e.actor_kind, coalesce(m.display_name, i.name, c.display_name), m.roles,
               case when e.action = 'glass.broken' then e.reason end,
               case when e.action in %1$s
                    then (select count(*) %2$s and o.at > e.at - interval '25 hours' and (o.at, o.id) <= (e.at, e.id)) else 1 end
        from audit_entry e
        cross join (select kith_zone(time_zone) as time_zone from client where practice_id = kith_practice() and id = ? offset 0) z
        left join account a on a.practice_id = e.practice_id and a.id = e.actor_id
        left join member m on m.practice_id = a.practice_id and m.id = a.member_id
        left join client c on c.practice_id = a.practice_id and c.id = a.client_id
        left join integration i on i.practice_id = e.practice_id and i.id = e.actor_id
        where e.practice_id = kith_practice() and e.client_id = ? and e.outcome = 'done'
          and e.action not in ('alert.raised', 'alert.linked', 'alert.reopened', 'alert.escalated', 'alert.reminded', 'enrollment.held')
          and (? or e.actor_kind <> 'client')
          and (e.at, e.id) < (?, ?)
          and not (e.action in %1$s and exists (
            select %2$s and o.at >= e.at and o.at < e.at + interval '25 hours' and (o.at, o.id) > (e.at, e.id)))
        order by e.at desc, e.id desc limit ?
        """.formatted(IN_LISTS, SAME_DAY);

    @Inject
    AgroalDataSource database;

    /**
     * One line.
     *
     * @param kind member, client, integration or system
     * @param name null for the practice's own software
     * @param roles of a member, now
     * @param reason null unless the glass was broken
     * @param times how often they did it that day, as far as that is told as one
     */
    record AccessLine(
            UUID id,
            Instant at,
            String action,
            String kind,
            @Nullable String name,
            List<String> roles,
            @Nullable String reason,
            int times) {}

    /** @param own whether the client's own acts are there too */
    List<AccessLine> page(UUID client, boolean own, Instant before, UUID beforeId, int most) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(PAGE)) {
            select.setObject(1, client);
            select.setObject(2, client);
            select.setBoolean(3, own);
            select.setObject(4, before.atOffset(ZoneOffset.UTC));
            select.setObject(5, beforeId);
            select.setInt(6, most);
            try (var row = select.executeQuery()) {
                var found = new ArrayList<AccessLine>();
                while (row.next()) {
                    found.add(new AccessLine(
                            row.getObject(1, UUID.class),
                            row.getObject(2, OffsetDateTime.class).toInstant(),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            roles(row),
                            row.getString(7),
                            row.getInt(8)));
                }
                return found;
            }
        }
    }

    private static List<String> roles(ResultSet row) throws SQLException {
        var roles = row.getArray(6);
        return roles == null
                ? List.of()
                : Arrays.stream((String[]) roles.getArray()).sorted().toList();
    }
}
