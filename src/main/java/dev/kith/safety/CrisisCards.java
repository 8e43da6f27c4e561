package dev.kith.safety;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.safety.CrisisCard.Contact;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The newest card of each language, in the running transaction; earlier versions stay where they are. */
@ApplicationScoped
public class CrisisCards {
    private static final String NEWEST = """
        select distinct on (language) language, version, title, text, contacts from crisis_card
        where practice_id = kith_practice() order by language, version desc
        """;
    private static final String ADD = """
        insert into crisis_card (practice_id, language, version, title, text, contacts, made_by, made_at)
        select kith_practice(), ?, coalesce(max(version), 0) + 1, ?, ?, ?::jsonb, ?, ? from crisis_card
        where practice_id = kith_practice() and language = ?
        """;

    @Inject
    AgroalDataSource database;

    @Inject
    ObjectMapper json;

    /** The card for these languages, best first: the practice's own, else the shipped one. */
    public CrisisCard cardFor(List<Locale> languages) {
        return choose(own(), languages);
    }

    static CrisisCard choose(List<CrisisCard> own, List<Locale> languages) {
        for (var language : languages) {
            for (var card : own) {
                if (Locale.forLanguageTag(card.language()).getLanguage().equals(language.getLanguage())) {
                    return card;
                }
            }
        }
        if (!own.isEmpty() && languages.stream().noneMatch(DefaultCard::speaks)) {
            return own.get(0); // the practice's own words in another language are nearer than none
        }
        return DefaultCard.in(languages);
    }

    List<CrisisCard> own() {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(NEWEST);
                var row = select.executeQuery()) {
            var cards = new ArrayList<CrisisCard>();
            while (row.next()) {
                cards.add(card(row));
            }
            return cards;
        } catch (SQLException e) {
            throw new IllegalStateException("Crisis cards could not be read", e);
        }
    }

    void add(String language, WriteCrisisCard request, UUID by, Instant at) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(ADD)) {
            insert.setString(1, language);
            insert.setString(2, request.title());
            insert.setString(3, request.text());
            insert.setString(4, json.writeValueAsString(request.contacts()));
            insert.setObject(5, by);
            insert.setTimestamp(6, Timestamp.from(at));
            insert.setString(7, language);
            insert.executeUpdate();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private CrisisCard card(ResultSet row) throws SQLException {
        try {
            return new CrisisCard(
                    row.getString("language"),
                    row.getString("title"),
                    row.getString("text"),
                    json.readValue(row.getString("contacts"), new TypeReference<List<Contact>>() {}),
                    "practice",
                    row.getInt("version"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A crisis card is not JSON", e);
        }
    }
}
