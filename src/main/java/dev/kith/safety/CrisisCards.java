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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiPredicate;

/** The practice's cards, in the running transaction: the newest by language and severity, and every version before it. */
@ApplicationScoped
public class CrisisCards {
    private static final String NEWEST = """
        select distinct on (language, severity) language, severity, version, title, text, contacts from crisis_card
        where practice_id = kith_practice() order by language, severity, version desc
        """;
    private static final String VERSIONS = """
        select language, severity, version, title, text, contacts, made_by, made_at from crisis_card
        where practice_id = kith_practice() and language = ? and severity = ? and version < ? order by version desc limit ?
        """;
    private static final String ADD = """
        insert into crisis_card (practice_id, language, severity, version, title, text, contacts, made_by, made_at)
        select kith_practice(), ?, ?, coalesce(max(version), 0) + 1, ?, ?, ?::jsonb, ?, ? from crisis_card
        where practice_id = kith_practice() and language = ? and severity = ?
        """;

    @Inject
    AgroalDataSource database;

    @Inject
    ObjectMapper json;

    /** The card for these languages, best first: the practice's own, else the shipped one. */
    public CrisisCard cardFor(List<Locale> languages, CardSeverity severity) {
        return choose(own(), languages, severity);
    }

    /** A card for critical answers serves notices too; one for notices is too mild for a critical answer. */
    static CrisisCard choose(List<CrisisCard> own, List<Locale> languages, CardSeverity severity) {
        var fitting = own.stream()
                .filter(card -> card.severity() == severity || card.severity() == CardSeverity.CRITICAL)
                .sorted(Comparator.comparing(card -> card.severity() != severity))
                .toList();
        List<BiPredicate<Locale, Locale>> nearness =
                List.of(Locale::equals, (card, asked) -> card.getLanguage().equals(asked.getLanguage()));
        for (var language : languages) {
            for (var near : nearness) {
                for (var card : fitting) {
                    if (near.test(Locale.forLanguageTag(card.language()), language)) {
                        return card;
                    }
                }
            }
        }
        if (!fitting.isEmpty() && languages.stream().noneMatch(DefaultCard::speaks)) {
            return fitting.get(0); // the practice's own words in another language are nearer than none
        }
        return DefaultCard.in(languages, severity);
    }

    List<CrisisCard> own() {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(NEWEST);
                var row = select.executeQuery()) {
            var cards = new ArrayList<CrisisCard>();
            while (row.next()) {
                cards.add(card(row, json));
            }
            return cards;
        } catch (SQLException e) {
            throw new IllegalStateException("Crisis cards could not be read", e);
        }
    }

    /** Newest first. */
    List<CrisisCardVersion> versions(String language, CardSeverity severity, int below, int most) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(VERSIONS)) {
            select.setString(1, language);
            select.setString(2, severity.code());
            select.setInt(3, below);
            select.setInt(4, most);
            try (var row = select.executeQuery()) {
                var versions = new ArrayList<CrisisCardVersion>();
                while (row.next()) {
                    versions.add(new CrisisCardVersion(
                            card(row, json),
                            row.getObject("made_by", UUID.class),
                            row.getTimestamp("made_at").toInstant()));
                }
                return versions;
            }
        }
    }

    void add(String language, CardSeverity severity, WriteCrisisCard request, UUID by, Instant at) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(ADD)) {
            insert.setString(1, language);
            insert.setString(2, severity.code());
            insert.setString(3, request.title());
            insert.setString(4, request.text());
            insert.setString(5, json.writeValueAsString(request.contacts()));
            insert.setObject(6, by);
            insert.setTimestamp(7, Timestamp.from(at));
            insert.setString(8, language);
            insert.setString(9, severity.code());
            insert.executeUpdate();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static CrisisCard card(ResultSet row, ObjectMapper json) throws SQLException {
        try {
            return new CrisisCard(
                    row.getString("language"),
                    CardSeverity.of(row.getString("severity")),
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
