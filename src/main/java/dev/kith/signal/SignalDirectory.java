package dev.kith.signal;

import dev.kith.signal.SignalBook.Noticed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Signals as they were noticed, for other rooms: one query, whatever the number of clients. Who may know of them is for those to ask. */
@ApplicationScoped
public class SignalDirectory {
    @Inject
    SignalBook book;

    @Inject
    JudgedBook both;

    /**
     * A signal.
     *
     * @param severity red or amber
     * @param questionnaire key, of a rule about one
     * @param exercise key, of a rule about one
     * @param endedAt null while it stands
     */
    public record KnownSignal(
            UUID id,
            UUID clientId,
            SignalRule rule,
            String severity,
            @Nullable String questionnaire,
            @Nullable String exercise,
            Instant since,
            @Nullable Instant endedAt) {
        /** Whether somebody should look today. */
        public boolean isRed() {
            return severity.equals("red");
        }
    }

    /** Those that stand; by client, red ones first, then by how long. */
    public List<KnownSignal> standing(Collection<UUID> clients) throws SQLException {
        return book.open(clients).stream().map(SignalDirectory::known).toList();
    }

    /**
     * Of one client.
     *
     * @param signals those that stand and those that ended from a moment on, red ones first, then by how long
     * @param notJudged what the rules could not say, and why
     */
    public record Heard(List<KnownSignal> signals, List<NotJudged> notJudged) {
        /** Without rules that a caller is not told of, by code. */
        public Heard without(Collection<String> rules) {
            return new Heard(
                    signals.stream()
                            .filter(one -> !rules.contains(one.rule().code()))
                            .toList(),
                    NotJudged.without(rules, notJudged));
        }
    }

    /** With what ended from this moment on. */
    public Heard of(UUID client, Instant endedFrom) throws SQLException {
        var judged = Objects.requireNonNull(both.of(List.of(client), endedFrom).get(client));
        return new Heard(judged.signals().stream().map(SignalDirectory::known).toList(), judged.notJudged());
    }

    private static KnownSignal known(Noticed noticed) {
        var standing = noticed.standing();
        return new KnownSignal(
                noticed.id(),
                noticed.clientId(),
                standing.rule(),
                standing.severity(),
                standing.about().questionnaire(),
                standing.about().exercise(),
                standing.since(),
                noticed.endedAt());
    }
}
