package dev.kith.alert;

import dev.kith.escalation.Roster;
import dev.kith.security.Caller;
import dev.kith.time.RealTime;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The history of alerts: steps are added, never changed. The alert's row is held by whoever adds one. */
@ApplicationScoped
class Steps {
    private static final String ADD = """
        insert into alert_step (practice_id, alert_id, number, what, at, by_kind, by_id, state, owner_id, about_id, action, note, reason, evidence)
        values (kith_practice(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String KNOWN = """
        select exists (select 1 from alert_step where practice_id = kith_practice() and alert_id = ? and evidence = ?)
        """;
    private static final String TELL = """
        insert into alert_telling (practice_id, alert_id, number, member_id, until_state, try_at)
        values (kith_practice(), ?, ?, ?, ?, ?)
        """;

    @Inject
    AgroalDataSource database;

    @Inject
    @RealTime
    Clock realTime;

    /**
     * What somebody did, besides what the alert itself says by now.
     *
     * @param evidence which of many sendings, by which it is known again
     */
    record Deed(
            String what,
            @Nullable UUID aboutId,
            @Nullable String action,
            @Nullable String note,
            @Nullable String reason,
            @Nullable String evidence) {
        static Deed of(String what) {
            return new Deed(what, null, null, null, null, null);
        }

        static Deed heard(String what, NewAlert said) {
            var sending = said.sending();
            return new Deed(what, said.cameBy(), null, null, null, sending == null ? null : sending.mark());
        }
    }

    /** Whether one of its steps tells of this sending. */
    boolean isKnown(Alert alert, String sending) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(KNOWN)) {
            select.setObject(1, alert.id);
            select.setString(2, sending);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** Adds the step that led to what the alert is now. */
    void add(Alert alert, Deed deed, Caller by, Instant at) throws SQLException {
        alert.steps++;
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(ADD)) {
            insert.setObject(1, alert.id);
            insert.setInt(2, alert.steps);
            insert.setString(3, deed.what());
            insert.setObject(4, at.atOffset(ZoneOffset.UTC));
            insert.setString(5, by.kind().code());
            insert.setObject(6, by.id());
            insert.setString(7, alert.state);
            insert.setObject(8, alert.ownerId, java.sql.Types.OTHER);
            insert.setObject(9, deed.aboutId(), java.sql.Types.OTHER);
            insert.setString(10, deed.action());
            insert.setString(11, deed.note());
            insert.setString(12, deed.reason());
            insert.setString(13, deed.evidence());
            insert.executeUpdate();
        }
    }

    /** The owner, or who looks in their place while they are away, is to be told of the step that was added last, for as long as the alert is not yet in that state. */
    void tellOwner(Alert alert, Roster there, String untilState) throws SQLException {
        var member = there.inPlaceOf(alert.ownerId);
        if (member == null) {
            return;
        }
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(TELL)) {
            insert.setObject(1, alert.id);
            insert.setInt(2, alert.steps);
            insert.setObject(3, member);
            insert.setString(4, untilState);
            insert.setObject(5, realTime.instant().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }
}
