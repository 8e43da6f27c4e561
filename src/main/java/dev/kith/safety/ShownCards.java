package dev.kith.safety;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.kith.tenancy.Practices;
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
import org.jspecify.annotations.Nullable;

/** Which version of a card went out with the reply to a response; only ever added, in the transaction of the answer. */
@ApplicationScoped
public class ShownCards {
    private static final int MOST_KNOWN = 1_000;
    private static final String KEEP = """
        insert into crisis_card_shown (practice_id, response_id, language, severity, version, shown_at)
        values (kith_practice(), ?, ?, ?, ?, ?) on conflict do nothing returning true
        """;
    /** Only while the cards that are known are the newest: what is kept is what holds now, whoever wrote another meanwhile. */
    private static final String KEEP_IF = """
        with newest as (
          select distinct on (language, severity) language, severity, version from crisis_card
          where practice_id = kith_practice() order by language, severity, version desc
        ), known as (
          select 1 where ? = (
            select coalesce(string_agg(concat_ws(' ', language, severity, version), ',' order by language, severity), '') from newest)
        ), kept as (
          insert into crisis_card_shown (practice_id, response_id, language, severity, version, shown_at)
          select kith_practice(), ?, ?, ?, ?, ? from known on conflict do nothing
        )
        select exists (select from known)
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

    @Inject
    CrisisCards cards;

    @Inject
    Practices practices;

    private final Cache<UUID, Known> known =
            Caffeine.newBuilder().maximumSize(MOST_KNOWN).build();

    /**
     * The card that goes out with a response, noted as shown: one statement while the practice's cards are the ones that were read
     * last. Shown again, nothing changes: the first time stays.
     *
     * @param languages best first
     */
    public CrisisCard show(UUID response, List<Locale> languages, CardSeverity severity, Instant at) {
        var practice = practices.current().orElseThrow();
        try {
            var last = known.getIfPresent(practice);
            if (last != null) {
                var card = CrisisCards.choose(last.cards(), languages, severity);
                if (keep(KEEP_IF, last.mark(), response, card, at)) {
                    return card;
                }
            }
            var own = cards.own();
            known.put(practice, Known.of(own));
            var card = CrisisCards.choose(own, languages, severity);
            keep(KEEP, null, response, card, at);
            return card;
        } catch (SQLException e) {
            throw new IllegalStateException("What was shown could not be noted", e);
        }
    }

    /** Cards as they were read, and what they are known by: in the order in which the database names them. */
    private record Known(List<CrisisCard> cards, String mark) {
        static Known of(List<CrisisCard> cards) {
            var names = cards.stream()
                    .map(card -> card.language() + ' ' + card.severity().code() + ' ' + card.version());
            return new Known(List.copyOf(cards), names.collect(joining(",")));
        }
    }

    private boolean keep(String sql, @Nullable String mark, UUID response, CrisisCard card, Instant at)
            throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(sql)) {
            var place = 1;
            if (mark != null) {
                insert.setString(place++, mark);
            }
            insert.setObject(place++, response);
            insert.setString(place++, card.language());
            insert.setString(place++, card.severity().code());
            insert.setInt(place++, card.version());
            insert.setTimestamp(place, Timestamp.from(at));
            try (var row = insert.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
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
