package dev.kith.alert;

import dev.kith.alert.ClaimingTellings.Row;
import dev.kith.alert.SendingTellings.Result;
import dev.kith.alert.SendingTellings.Sent;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Notes what became of e-mails, and what nobody needs to be told any more. */
@ApplicationScoped
@Transactional(value = TxType.REQUIRES_NEW, rollbackOn = Exception.class)
class NotingTellings {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    private static final int MOST_DOUBLINGS = 10;

    private static final String NOTE = """
        update alert_telling t
        set state = x.state, try_at = x.try_at, tries = t.tries - x.untried,
            claimed_at = case when x.state = 'waiting' then null else t.claimed_at end,
            ended_at = case when x.state = 'waiting' then null else ?::timestamptz end
        from unnest(?::uuid[], ?::int[], ?::uuid[], ?::text[], ?::timestamptz[], ?::int[])
          as x (alert_id, number, member_id, state, try_at, untried)
        where t.practice_id = kith_practice() and t.alert_id = x.alert_id and t.number = x.number and t.member_id = x.member_id
          and t.state = 'sending'
        """;
    private static final String NEEDLESS = """
        update alert_telling t set state = 'needless', ended_at = ?
        from alert a
        where t.practice_id = kith_practice() and t.state = 'waiting' and a.practice_id = t.practice_id and a.id = t.alert_id
          and (a.state = 'resolved' or a.state = t.until_state)
        """;

    @Inject
    AgroalDataSource database;

    void note(List<Sent> sent, Instant now) throws SQLException {
        var alerts = new ArrayList<UUID>();
        var numbers = new ArrayList<Integer>();
        var members = new ArrayList<UUID>();
        var states = new ArrayList<String>();
        var tries = new ArrayList<String>();
        var untried = new ArrayList<Integer>();
        for (var one : sent) {
            for (var row : one.letter().rows()) {
                alerts.add(row.alert());
                numbers.add(row.number());
                members.add(row.member());
                states.add(state(one.result()));
                tries.add(tryAt(one.result(), row, now).toString());
                untried.add(one.result() == Result.NOT_TRIED ? 1 : 0);
            }
        }
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(NOTE)) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setArray(2, connection.createArrayOf("uuid", alerts.toArray()));
            update.setArray(3, connection.createArrayOf("int", numbers.toArray()));
            update.setArray(4, connection.createArrayOf("uuid", members.toArray()));
            update.setArray(5, connection.createArrayOf("text", states.toArray()));
            update.setArray(6, connection.createArrayOf("timestamptz", tries.toArray()));
            update.setArray(7, connection.createArrayOf("int", untried.toArray()));
            update.executeUpdate();
        }
    }

    /** Somebody acknowledged or resolved it before the e-mail went out. */
    void dropNeedless(Instant now) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(NEEDLESS)) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.executeUpdate();
        }
    }

    private static String state(Result result) {
        return switch (result) {
            case TOLD -> "told";
            case NO_ADDRESS -> "no-address";
            default -> "waiting";
        };
    }

    private static Instant tryAt(Result result, Row row, Instant now) {
        return result == Result.AGAIN ? now.plus(pause(row.tries())) : now;
    }

    /** After the first try 30 seconds, then twice as long each time, a quarter of an hour at most. */
    static Duration pause(int tries) {
        var doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(Math.max(0, tries - 1), MOST_DOUBLINGS));
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }
}
