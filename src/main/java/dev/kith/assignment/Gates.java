package dev.kith.assignment;

import dev.kith.audit.Audit;
import dev.kith.exercise.PublishedExercise;
import dev.kith.outbox.Outbox;
import dev.kith.problem.Problem;
import dev.kith.problem.ProblemException;
import dev.kith.problem.ProblemType;
import dev.kith.security.Caller;
import dev.kith.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Gates of exercises, by client: open when the newest word about it says so, an answer's or a clinician's; closed until somebody has
 * said anything. For other rooms too: who records an answer tells it here.
 */
@ApplicationScoped
public class Gates {
    @Inject
    GateWords words;

    @Inject
    GateHolding holding;

    @Inject
    Audit audit;

    @Inject
    Outbox outbox;

    @Inject
    Event<GateSaid> news;

    @Inject
    Event<ClientTroubled> troubled;

    @Inject
    Clock clock;

    /**
     * What an answer says about a gate.
     *
     * @param anew whether an amendment made it that; else it was said when the response was given
     */
    public record Said(boolean opens, boolean anew) {
        /** Where they differ, the careful one. */
        public Said and(Said other) {
            return new Said(opens && other.opens, anew || other.anew);
        }
    }

    /**
     * What a client answered to the questions that gates ask: what it closes for them holds the work that needs it, and the care team hears of that; what it
     * opens lets held work go on. The caller has the client's turn.
     *
     * @param told by gate
     * @param at when the response was given
     */
    public void answered(Caller caller, UUID client, Map<String, Said> told, UUID response, Instant at)
            throws SQLException {
        var newest = words.newestOf(client).stream().collect(Collectors.toMap(word -> word.gate, Function.identity()));
        var before = GateWords.open(newest.values());
        told.forEach((gate, said) -> words.persist(GateWord.ofAnswer(
                Ids.next(),
                client,
                gate,
                said.opens(),
                caller.id(),
                countsFrom(said, newest.get(gate), response, at),
                response)));
        words.flush();
        var now = words.openFor(client);
        told.keySet().stream()
                .filter(gate -> before.contains(gate) != now.contains(gate))
                .forEach(gate -> outbox.put(
                        now.contains(gate) ? "gate.opened" : "gate.closed", response, client, Map.of("gate", gate)));
        var held = holding.keep(Caller.system(caller.practice()), client);
        if (!held.isEmpty()) {
            troubled.fire(new ClientTroubled(caller, client, "gate-closed", held.get(0), "response " + response));
        }
    }

    /**
     * An amendment that closes counts from now: somebody is not safe any more, whatever was said meanwhile. One that opens does so
     * where nobody has said anything since; it mends an old answer, which does not outweigh a newer word.
     */
    private Instant countsFrom(Said said, @Nullable GateWord newest, UUID response, Instant at) {
        var now = clock.instant();
        var isNow = said.anew() && (!said.opens() || newest == null || response.equals(newest.responseId));
        return isNow && at.isBefore(now) ? now : at;
    }

    /** The exercises that this client was given and has not ended, in the versions that they would do. The caller has their turn. */
    public List<PublishedExercise> given(UUID client) {
        return holding.given(client);
    }

    /** Whether a gate of this exercise was closed by somebody's word at that time already, and is so now; silence is nobody's word. */
    public boolean wereClosedAt(UUID client, PublishedExercise exercise, Instant at) {
        return closedFor(client, exercise).stream()
                .anyMatch(gate -> words.newestOf(client, gate, at)
                        .filter(word -> !word.opens)
                        .isPresent());
    }

    /** The gates of this exercise that are closed for this client now, in its order. */
    public List<String> closedFor(UUID client, PublishedExercise exercise) {
        return of(client).closedOf(exercise);
    }

    ClientGates of(UUID client) {
        return words.of(client);
    }

    /** All gates that are open for this client now. */
    public Set<String> openFor(UUID client) {
        return words.openFor(client);
    }

    /** A clinician's word that these gates are open, said for something that needs them. */
    public void open(Caller caller, UUID client, List<String> gates, String reason) throws SQLException {
        say(caller, client, gates, true, reason, "/reason");
    }

    /** A clinician's word, in one step with what it is said for. */
    void requireOpen(
            Caller caller, UUID client, PublishedExercise exercise, List<String> opened, @Nullable String reason)
            throws SQLException {
        var closed = new ArrayList<>(closedFor(client, exercise));
        say(caller, client, opened.stream().filter(closed::remove).toList(), true, reason, "/opensGates");
        if (!closed.isEmpty()) {
            throw new ProblemException(
                    ProblemType.CONFLICT,
                    "A gate of this exercise is closed for this client. Ask what opens it, or open it with your word and a reason.",
                    closed.stream()
                            .map(gate -> new Problem.Fault("/opensGates", "gate-closed", gate))
                            .toList());
        }
    }

    GateWord say(Caller caller, UUID client, String gate, boolean opens, @Nullable String reason, String pointer)
            throws SQLException {
        return say(caller, client, List.of(gate), opens, reason, pointer).get(0);
    }

    /** One word about each; what they hold or let go on is looked at once, when all are said. */
    private List<GateWord> say(
            Caller caller, UUID client, List<String> gates, boolean opens, @Nullable String reason, String pointer)
            throws SQLException {
        if (gates.isEmpty()) {
            return List.of();
        }
        if (caller.isMachine()) {
            throw ProblemException.conflict("clinicians-word", "A clinician opens and closes gates, not a program.");
        }
        if (reason == null || reason.isBlank()) {
            throw ProblemException.invalid(
                    pointer, "reason-missing", "Say in reason why the gate is opened or closed.");
        }
        var said = gates.stream()
                .map(gate ->
                        GateWord.ofClinician(Ids.next(), client, gate, opens, caller.id(), clock.instant(), reason))
                .toList();
        for (var word : said) {
            words.persist(word);
            outbox.put(opens ? "gate.opened" : "gate.closed", word.id, client, Map.of("gate", word.gate));
            audit.wrote(caller, opens ? "gate.opened" : "gate.closed", "client", client, client);
        }
        words.flush(); // before whoever hears of it asks
        holding.keep(caller, client);
        news.fire(new GateSaid(caller, client));
        return said;
    }
}
