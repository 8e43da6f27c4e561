package dev.kith.alert;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes what is to be told, committed before anything is sent, so that two replicas do not tell the same at once. A claim that was
 * never heard of again is taken anew.
 */
@ApplicationScoped
@Transactional(value = TxType.REQUIRES_NEW, rollbackOn = Exception.class)
class ClaimingTellings {
    /** Longer than sending a batch can take. */
    static final Duration LOST_AFTER = Duration.ofMinutes(2);

    private static final int AT_ONCE = 200;
    private static final String CLAIM = """
        with due as (
          select alert_id, number, member_id from alert_telling
          where practice_id = kith_practice()
            and (state = 'waiting' and try_at <= ? or state = 'sending' and claimed_at <= ?)
          order by try_at limit ? for update skip locked
        ), taken as (
          update alert_telling t set state = 'sending', claimed_at = ?, tries = t.tries + 1
          from due d
          where t.practice_id = kith_practice() and t.alert_id = d.alert_id and t.number = d.number and t.member_id = d.member_id
          returning t.alert_id, t.number, t.member_id, t.tries
        )
        select t.alert_id, t.number, t.tries, t.member_id, coalesce(m.email, a.email) as address,
               coalesce(m.language, p.language) as language
        from taken t
        join practice p on p.id = kith_practice()
        join member m on m.practice_id = p.id and m.id = t.member_id
        left join account a on a.practice_id = m.practice_id and a.member_id = m.id
        order by t.member_id
        """;

    @Inject
    AgroalDataSource database;

    /** One row that was claimed. */
    record Row(UUID alert, int number, UUID member, int tries) {}

    /** All that one member has to be told now: one e-mail. The address is null where there is none. */
    record Letter(@Nullable String address, String language, List<Row> rows) {}

    List<Letter> claim(Instant now) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(CLAIM)) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setObject(2, now.minus(LOST_AFTER).atOffset(ZoneOffset.UTC));
            update.setInt(3, AT_ONCE);
            update.setObject(4, now.atOffset(ZoneOffset.UTC));
            var letters = new LinkedHashMap<UUID, Letter>();
            try (var row = update.executeQuery()) {
                while (row.next()) {
                    var member = row.getObject(4, UUID.class);
                    var letter = letters.get(member);
                    if (letter == null) {
                        letter = new Letter(row.getString(5), row.getString(6), new ArrayList<>());
                        letters.put(member, letter);
                    }
                    letter.rows().add(new Row(row.getObject(1, UUID.class), row.getInt(2), member, row.getInt(3)));
                }
            }
            return List.copyOf(letters.values());
        }
    }
}
