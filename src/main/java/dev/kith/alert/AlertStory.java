package dev.kith.alert;

import dev.kith.alert.AlertStepView.Told;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What led to an alert, and all that came of it. */
@ApplicationScoped
class AlertStory {
    private static final String EVIDENCE = """
        select * from (
          select id, about_id, state, raised_at from alert
          where practice_id = kith_practice() and thread_id = ? order by raised_at desc, id desc limit 200) newest
        order by raised_at, id
        """;
    private static final String STEPS = """
        select s.number, s.what, s.at, s.by_kind, s.by_id, s.state, s.rung, s.owner_id, s.about_id, s.action, s.note, s.reason,
               t.member_id, t.state as telling
        from alert_step s
        left join alert_telling t on t.practice_id = s.practice_id and t.alert_id = s.alert_id and t.number = s.number
        where s.practice_id = kith_practice() and s.alert_id = ?
        order by s.number, t.member_id
        """;

    @Inject
    AgroalDataSource database;

    /** The alert with its evidence and its history. */
    AlertView of(Alert alert) throws SQLException {
        return AlertView.of(alert, evidence(alert.threadId), steps(alert.id));
    }

    private List<AlertEvidence> evidence(UUID thread) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(EVIDENCE)) {
            select.setObject(1, thread);
            try (var row = select.executeQuery()) {
                var found = new ArrayList<AlertEvidence>();
                while (row.next()) {
                    found.add(new AlertEvidence(
                            row.getObject(1, UUID.class),
                            row.getObject(2, UUID.class),
                            row.getString(3),
                            row.getObject(4, OffsetDateTime.class).toInstant()));
                }
                return found;
            }
        }
    }

    private List<AlertStepView> steps(UUID alert) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(STEPS)) {
            select.setObject(1, alert);
            try (var row = select.executeQuery()) {
                var found = new ArrayList<AlertStepView>();
                while (row.next()) {
                    if (found.isEmpty() || found.get(found.size() - 1).number() != row.getInt("number")) {
                        found.add(step(row));
                    }
                    var member = row.getObject("member_id", UUID.class);
                    if (member != null) {
                        found.get(found.size() - 1).told().add(new Told(member, row.getString("telling")));
                    }
                }
                return found;
            }
        }
    }

    private static AlertStepView step(ResultSet row) throws SQLException {
        return new AlertStepView(
                row.getInt("number"),
                row.getString("what"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("by_kind"),
                row.getObject("by_id", UUID.class),
                row.getString("state"),
                row.getString("rung"),
                row.getObject("owner_id", UUID.class),
                row.getObject("about_id", UUID.class),
                row.getString("action"),
                row.getString("note"),
                row.getString("reason"),
                new ArrayList<>());
    }
}
