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
    /** The same, each with the languages of a client and of the practice; one row without a card where there is none. */
    private static final String NEWEST_FOR = """
        select c.language as clients, p.language as practices, d.* from practice p
        join client c on c.practice_id = p.id and c.id = ?
        left join lateral (
          select distinct on (language, severity) language, severity, version, title, text, contacts from crisis_card
          where practice_id = p.id order by language, severity, version desc) d on true
        where p.id = kith_practice() order by d.language, d.severity
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

    /**
     * The card that a client is shown: in a language that they asked for, else in their own, else in the practice's, last in the one that
     * they were asked in. A questionnaire often has fewer languages than its readers.
     *
     * @param asked best first; none is fine
     * @param answeredIn the questionnaire's language
     */
    public CrisisCard cardFor(UUID client, List<Locale> asked, Locale answeredIn, CardSeverity severity) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(NEWEST_FOR)) {
            select.setObject(1, client);
            try (var row = select.executeQuery()) {
                var languages = new ArrayList<>(asked);
                var cards = new ArrayList<CrisisCard>();
                while (row.next()) {
                    if (row.getRow() == 1) {
                        languages.add(Locale.forLanguageTag(row.getString("clients")));
                        languages.add(Locale.forLanguageTag(row.getString("practices")));
                    }
                    if (row.getString("title") != null) {
                        cards.add(card(row, json));
                    }
                }
                languages.add(answeredIn);
                return choose(cards, languages, severity);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Crisis cards could not be read", e);
        }
    }

    /**
     * A card for critical answers serves notices too; one for notices is too mild for a critical answer. The shipped words name nobody to call,
     * so the practice's own with contacts go before them in whatever language.
     */
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
        var unspoken = languages.stream().noneMatch(DefaultCard::speaks);
        return fitting.stream()
                .filter(card -> !card.contacts().isEmpty())
                .findFirst()
                .or(() -> fitting.stream()
                        .filter(card -> unspoken)
                        .findFirst()) // own words in another language are nearer than none
                .orElseGet(() -> DefaultCard.in(languages, severity));
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
