package dev.kith.safety;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Which version of a card went out with the reply to a response; only ever added, in the transaction of the answer. */
@ApplicationScoped
public class ShownCards {
    private static final String KEEP = """
        insert into crisis_card_shown (practice_id, response_id, language, severity, version, shown_at)
        values (kith_practice(), ?, ?, ?, ?, ?) on conflict do nothing
        """;
    private static final String OF = """
        select s.language, s.severity, s.version, s.shown_at, c.title, c.text, c.contacts from crisis_card_shown s
        left join crisis_card c on c.practice_id = s.practice_id and c.language = s.language
          and c.severity = s.severity and c.version = s.version
        where s.practice_id = kith_practice() and s.response_id = ? order by s.shown_at desc, s.language, s.severity
        """;

    @Inject
    AgroalDataSource database;

    @Inject
    ObjectMapper json;

    /** Shown again, nothing changes: the first time stays. */
    public void keep(UUID response, CrisisCard card, Instant at) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(KEEP)) {
            insert.setObject(1, response);
            insert.setString(2, card.language());
            insert.setString(3, card.severity().code());
            insert.setInt(4, card.version());
            insert.setTimestamp(5, Timestamp.from(at));
            insert.executeUpdate();
        }
    }

    /** Newest first. */
    public List<ShownCard> of(UUID response) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(OF)) {
            select.setObject(1, response);
            try (var row = select.executeQuery()) {
                var shown = new ArrayList<ShownCard>();
                while (row.next()) {
                    var language = Locale.forLanguageTag(row.getString("language"));
                    var card = row.getInt("version") == 0
                            ? DefaultCard.in(List.of(language), CardSeverity.of(row.getString("severity")))
                            : CrisisCards.card(row, json);
                    shown.add(new ShownCard(card, row.getTimestamp("shown_at").toInstant()));
                }
                return shown;
            }
        }
    }
}
