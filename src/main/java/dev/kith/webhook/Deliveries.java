package dev.kith.webhook;

import dev.kith.database.Columns;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of events, webhook by webhook. Native: set-based, and by the keys that the indexes have. */
@ApplicationScoped
class Deliveries {
    /** The log is kept for so long, and replays go back as far. */
    static final Duration KEPT = Duration.ofDays(30);
    /** Whoever has taken one in its last moment may still try it. */
    private static final Duration GRACE = Duration.ofMinutes(10);

    private static final String PAGE = """
        select event_id, type, state, attempts, queued_at, attempted_at, last_status, last_fault,
               case when state = 'waiting' then next_at end as next_at, delivered_at
        from webhook_delivery
        where practice_id = kith_practice() and webhook_id = ? and (?::text is null or state = ?)
          and (?::uuid is null or event_id < ?)
        order by event_id desc limit ?
        """;
    private static final String QUEUE_TEST = """
        insert into webhook_delivery (practice_id, webhook_id, event_id, type, subject_id, occurred_at, queued_at, next_at, give_up_at)
        values (kith_practice(), ?, ?, 'webhook.tested', ?, ?, ?, ?, ?)
        """;
    /** What is being sent now stays in the hands of whoever took it. */
    private static final String ONE_AGAIN = """
        update webhook_delivery
        set state = case when state = 'sending' then state else 'waiting' end, next_at = case when state = 'sending' then next_at else ? end,
            tries = 0, queued_at = ?, give_up_at = ?
        where practice_id = kith_practice() and webhook_id = ? and event_id = ?
        """;
    /** Many, as one is. */
    private static final String AGAIN = """
        with found as (
          select e.id, e.kind, e.about_id, e.client_id, e.occurred_at
          from outbox_event e join webhook w on w.practice_id = e.practice_id and w.id = ?
          left join webhook_delivery d on d.practice_id = e.practice_id and d.webhook_id = w.id and d.event_id = e.id
          where e.practice_id = kith_practice() and e.id >= ? and e.occurred_at >= ?
            and (w.events is null or e.kind like any (w.events)) and (? or d.state is distinct from 'delivered')
          order by e.occurred_at, e.id limit ?),
        queued as (
          insert into webhook_delivery as d
            (practice_id, webhook_id, event_id, type, subject_id, client_id, occurred_at, queued_at, next_at, give_up_at)
          select kith_practice(), ?, id, kind, about_id, client_id, occurred_at, ?, ?, ? from found order by id
          on conflict (practice_id, webhook_id, event_id) do update
          set state = case when d.state = 'sending' then d.state else 'waiting' end,
              next_at = case when d.state = 'sending' then d.next_at else excluded.next_at end,
              tries = 0, queued_at = excluded.queued_at, give_up_at = excluded.give_up_at)
        select count(*), max(occurred_at) from found
        """;

    private static final String HURRY = """
        update webhook_delivery set next_at = ?
        where practice_id = kith_practice() and webhook_id = ? and state = 'waiting' and next_at > ?
        """;
    /** Not what is being sent now: the next time of that is when whoever took it is given up for lost. */
    private static final String GIVE_UP = """
        update webhook_delivery set state = 'dead', next_at = null
        where practice_id = kith_practice() and next_at is not null and give_up_at < ? and (state = 'waiting' or next_at <= ?)
        """;

    private static final String FORGET = """
        delete from webhook_delivery where practice_id = kith_practice() and (webhook_id, event_id) in (
          select webhook_id, event_id from webhook_delivery
          where practice_id = kith_practice() and queued_at < ? and next_at is null limit ?)
        """;

    @Inject
    AgroalDataSource database;

    /** How many were found, and when the last of them happened. */
    record Queued(int many, @Nullable Instant last) {}

    List<DeliveryView> page(UUID webhook, @Nullable DeliveryState state, @Nullable UUID before, int most)
            throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(PAGE)) {
            var code = state == null ? null : state.code();
            select.setObject(1, webhook);
            select.setString(2, code);
            select.setString(3, code);
            select.setObject(4, before);
            select.setObject(5, before);
            select.setInt(6, most);
            try (var row = select.executeQuery()) {
                var found = new ArrayList<DeliveryView>();
                while (row.next()) {
                    found.add(new DeliveryView(
                            row.getObject("event_id", UUID.class),
                            row.getString("type"),
                            row.getString("state"),
                            row.getInt("attempts"),
                            Columns.moment(row, "queued_at"),
                            Columns.instant(row, "attempted_at"),
                            row.getObject("last_status", Integer.class),
                            row.getString("last_fault"),
                            Columns.instant(row, "next_at"),
                            Columns.instant(row, "delivered_at")));
                }
                return found;
            }
        }
    }

    /** A test, for this webhook alone: it is no event of the practice. */
    void queueTest(UUID webhook, UUID event, Instant now) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(QUEUE_TEST)) {
            insert.setObject(1, webhook);
            insert.setObject(2, event);
            insert.setObject(3, webhook);
            insert.setObject(4, Columns.at(now));
            insert.setObject(5, Columns.at(now));
            insert.setObject(6, Columns.at(now));
            insert.setObject(7, Columns.at(now.plus(BackOff.TRIED_FOR)));
            insert.executeUpdate();
        }
    }

    /** Whether it is there. */
    boolean again(UUID webhook, UUID event, Instant now) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(ONE_AGAIN)) {
            update.setObject(1, Columns.at(now));
            update.setObject(2, Columns.at(now));
            update.setObject(3, Columns.at(now.plus(BackOff.TRIED_FOR)));
            update.setObject(4, webhook);
            update.setObject(5, event);
            return update.executeUpdate() == 1;
        }
    }

    Queued again(UUID webhook, Instant since, boolean arrivedToo, int most, Instant now) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(AGAIN)) {
            update.setObject(1, webhook);
            update.setObject(
                    2, EventFeed.firstIdAt(since.minus(GRACE))); // an id is made a little before its event is told of
            update.setObject(3, Columns.at(since));
            update.setBoolean(4, arrivedToo);
            update.setInt(5, most);
            update.setObject(6, webhook);
            update.setObject(7, Columns.at(now));
            update.setObject(8, Columns.at(now));
            update.setObject(9, Columns.at(now.plus(BackOff.TRIED_FOR)));
            try (var row = update.executeQuery()) {
                row.next();
                var last = row.getObject(2, OffsetDateTime.class);
                return new Queued(row.getInt(1), last == null ? null : last.toInstant());
            }
        }
    }

    /** The endpoint was away and is back, or mended: what waits need not wait for its own time. */
    void hurry(UUID webhook, Instant now) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(HURRY)) {
            update.setObject(1, Columns.at(now));
            update.setObject(2, webhook);
            update.setObject(3, Columns.at(now));
            update.executeUpdate();
        }
    }

    void giveUp(Instant now) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(GIVE_UP)) {
            update.setObject(1, Columns.at(now.minus(GRACE)));
            update.setObject(2, Columns.at(now));
            update.executeUpdate();
        }
    }

    int forget(Instant now, int most) throws SQLException {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement(FORGET)) {
            delete.setObject(1, Columns.at(now.minus(KEPT)));
            delete.setInt(2, most);
            return delete.executeUpdate();
        }
    }
}
