package dev.kith.caseload;

import dev.kith.exercise.ExerciseCatalogue;
import dev.kith.questionnaire.QuestionnaireCatalogue;
import dev.kith.signal.SignalRule;
import dev.kith.words.Words;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Signals of many clients in one query. Native, because set-based. */
@ApplicationScoped
class KnownSignals {
    private static final String READ = """
        select id, client_id, rule, severity, questionnaire, exercise, since, ended_at from signal
        where practice_id = kith_practice() and client_id = any (?) and (ended_at is null or ended_at >= ?)
        order by client_id, severity desc, since, id
        """;
    private static final Instant LATEST = Instant.parse("2300-01-01T00:00:00Z");

    @Inject
    AgroalDataSource database;

    @Inject
    QuestionnaireCatalogue questionnaires;

    @Inject
    ExerciseCatalogue exercises;

    /** A signal; ended is null while it stands. */
    record Known(
            UUID id,
            UUID client,
            SignalRule rule,
            String severity,
            @Nullable String questionnaire,
            @Nullable String exercise,
            Instant since,
            @Nullable Instant endedAt) {
        boolean isRed() {
            return severity.equals("red");
        }
    }

    /** Those that stand, red ones first, then by how long. */
    List<Known> standing(Collection<UUID> clients) throws SQLException {
        return read(clients, LATEST);
    }

    /** Those that stand, and those that ended from this moment on. */
    List<Known> standingOrEndedSince(UUID client, Instant since) throws SQLException {
        return read(List.of(client), since);
    }

    /** What it says, and of what. */
    String named(Known signal, Words words, @Nullable String wanted) {
        var says = words.say("signal." + signal.rule().code());
        var about = signal.questionnaire() != null
                ? questionnaires.findCurrent(signal.questionnaire()).map(one -> one.title(wanted))
                : Optional.ofNullable(signal.exercise())
                        .flatMap(exercises::findCurrent)
                        .map(one -> one.title(wanted));
        return about.map(title -> words.say("brief.signal.about", says, title)).orElse(says);
    }

    private List<Known> read(Collection<UUID> clients, Instant endedFrom) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(READ)) {
            select.setArray(1, connection.createArrayOf("uuid", clients.toArray()));
            select.setObject(2, endedFrom.atOffset(ZoneOffset.UTC));
            try (var row = select.executeQuery()) {
                var found = new ArrayList<Known>();
                while (row.next()) {
                    var ended = row.getObject(8, OffsetDateTime.class);
                    found.add(new Known(
                            row.getObject(1, UUID.class),
                            row.getObject(2, UUID.class),
                            rule(row.getString(3)),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            row.getObject(7, OffsetDateTime.class).toInstant(),
                            ended == null ? null : ended.toInstant()));
                }
                return found;
            }
        }
    }

    private static SignalRule rule(String code) {
        return SignalRule.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
