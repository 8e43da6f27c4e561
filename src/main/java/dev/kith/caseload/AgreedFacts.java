package dev.kith.caseload;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a brief tells of what client and care team agreed on: a query each. Of words, the titles of goals, which both share; none of a safety
 * plan. Native, for joins over rooms.
 */
@ApplicationScoped
class AgreedFacts {
    private static final String GOALS = """
        select g.id, g.state, g.made_at, case when g.ended_at >= asked.since then g.ended_at end, v.title, side.author, r.level, r.revision, r.rated_at
        from (select ?::uuid as client, ?::timestamptz as since) asked
        join goal g on g.practice_id = kith_practice() and g.client_id = asked.client
        join goal_revision v on v.practice_id = g.practice_id and v.goal_id = g.id and v.revision = g.revision
        left join lateral (values ('client'), ('clinician')) as side (author) on true
        left join lateral (
          select level, revision, rated_at from goal_rating
          where practice_id = g.practice_id and goal_id = g.id and author = side.author and told_at >= asked.since
          order by rated_at desc, id desc limit 1) r on true
        where r.rated_at is not null or (side.author = 'client' and (g.state = 'proposed' or g.ended_at >= asked.since))
        order by g.id desc, side.author
        limit 200
        """;
    private static final String PLANS = """
        select author, count(*), max(revision), max(written_at) from safety_plan_revision
        where practice_id = kith_practice() and client_id = ? and written_at >= ?
        group by author
        order by max(revision) desc
        """;

    @Inject
    AgroalDataSource database;

    /**
     * News of one goal from one side; what befell the goal itself comes with the client's.
     *
     * @param endedAt null when it did not end in this time
     * @param seen the side's last rating that was told in this time; null without any
     */
    record Pursued(
            UUID id,
            String state,
            Instant madeAt,
            @Nullable Instant endedAt,
            String title,
            String author,
            @Nullable Seen seen) {
        boolean tellsOfTheGoal() {
            return author.equals("client");
        }
    }

    /** A rating, on the levels of a revision. */
    record Seen(int level, int revision, Instant at) {}

    /**
     * How one side changed the safety plan.
     *
     * @param author client or care-team
     * @param last its newest revision
     */
    record Saved(String author, int times, int last, Instant at) {}

    /** The newest goal first. */
    List<Pursued> goals(UUID client, Instant since) throws SQLException {
        var found = new ArrayList<Pursued>();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(GOALS)) {
            select.setObject(1, client);
            select.setObject(2, since.atOffset(ZoneOffset.UTC));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var ended = row.getObject(4, OffsetDateTime.class);
                    found.add(new Pursued(
                            row.getObject(1, UUID.class),
                            row.getString(2),
                            at(row, 3),
                            ended == null ? null : ended.toInstant(),
                            row.getString(5),
                            row.getString(6),
                            row.getObject(9) == null ? null : new Seen(row.getInt(7), row.getInt(8), at(row, 9))));
                }
            }
        }
        return found;
    }

    /** By side, who saved last first. */
    List<Saved> plans(UUID client, Instant since) throws SQLException {
        var found = new ArrayList<Saved>();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(PLANS)) {
            select.setObject(1, client);
            select.setObject(2, since.atOffset(ZoneOffset.UTC));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Saved(row.getString(1), row.getInt(2), row.getInt(3), at(row, 4)));
                }
            }
        }
        return found;
    }

    private static Instant at(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
