package dev.kith.alert;

import dev.kith.problem.ProblemException;
import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Alerts of the practice. */
@ApplicationScoped
class Alerts implements PanacheRepositoryBase<Alert, UUID> {
    /** Native, because "on conflict do nothing" is what makes once per response hold among parallel twins. */
    private static final String RAISE = """
        insert into alert (practice_id, id, client_id, kind, severity, rule, about_id, questionnaire,
                           questionnaire_version, link_id, state, raised_at, occasion)
        values (kith_practice(), ?, ?, ?, ?, ?, ?, ?, ?, ?, 'open', ?, ?)
        on conflict on constraint alert_fires_once_for_what_it_is_about do nothing
        """;

    @Inject
    AgroalDataSource database;

    /** What is to be looked at. */
    record Raised(
            UUID id,
            UUID clientId,
            String kind,
            String severity,
            String rule,
            UUID aboutId,
            @Nullable String questionnaire,
            @Nullable Integer questionnaireVersion,
            @Nullable String linkId,
            Instant at,
            String occasion) {}

    Alert require(UUID id) {
        return findByIdOptional(id).orElseThrow(ProblemException::notFound);
    }

    /** Critical answers of a client that nobody has settled, the oldest first. */
    List<Alert> unsettledOf(UUID client) {
        return list(
                "clientId = ?1 and kind = 'answer' and severity = 'critical' and state <> 'resolved' order by raisedAt, id",
                client);
    }

    /** False when this rule fired for it before. */
    boolean raise(Raised alert) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(RAISE)) {
            insert.setObject(1, alert.id());
            insert.setObject(2, alert.clientId());
            insert.setString(3, alert.kind());
            insert.setString(4, alert.severity());
            insert.setString(5, alert.rule());
            insert.setObject(6, alert.aboutId());
            insert.setString(7, alert.questionnaire());
            insert.setObject(8, alert.questionnaireVersion());
            insert.setString(9, alert.linkId());
            insert.setTimestamp(10, Timestamp.from(alert.at()));
            insert.setString(11, alert.occasion());
            return insert.executeUpdate() == 1;
        }
    }
}
