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
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
    Audit audit;

    @Inject
    Outbox outbox;

    @Inject
    Event<GateSaid> news;

    @Inject
    Clock clock;

    /** What a client answered to the question that a gate asks. */
    public void answered(Caller caller, UUID client, String gate, boolean opens, UUID response, Instant at) {
        words.persist(GateWord.ofAnswer(Ids.next(), client, gate, opens, caller.id(), at, response));
    }

    /** The gates of this exercise that are closed for this client now, in its order. */
    public List<String> closedFor(UUID client, PublishedExercise exercise) {
        return of(client).closedOf(exercise);
    }

    ClientGates of(UUID client) {
        return new ClientGates(() -> words.openFor(client));
    }

    /** All gates that are open for this client now. */
    public Set<String> openFor(UUID client) {
        return words.openFor(client);
    }

    /** A clinician's word that these gates are open, said for something that needs them. */
    public void open(Caller caller, UUID client, List<String> gates, String reason) {
        for (var gate : gates) {
            say(caller, client, gate, true, reason, "/reason");
        }
    }

    /** A clinician's word, in one step with what it is said for. */
    void requireOpen(
            Caller caller, UUID client, PublishedExercise exercise, List<String> opened, @Nullable String reason) {
        var closed = new ArrayList<>(closedFor(client, exercise));
        for (var gate : opened) {
            if (closed.remove(gate)) {
                say(caller, client, gate, true, reason, "/opensGates");
            }
        }
        if (!closed.isEmpty()) {
            throw new ProblemException(
                    ProblemType.CONFLICT,
                    "A gate of this exercise is closed for this client. Ask what opens it, or open it with your word and a reason.",
                    closed.stream()
                            .map(gate -> new Problem.Fault("/opensGates", "gate-closed", gate))
                            .toList());
        }
    }

    GateWord say(Caller caller, UUID client, String gate, boolean opens, @Nullable String reason, String pointer) {
        if (caller.isMachine()) {
            throw ProblemException.conflict("clinicians-word", "A clinician opens and closes gates, not a program.");
        }
        if (reason == null || reason.isBlank()) {
            throw ProblemException.invalid(
                    pointer, "reason-missing", "Say in reason why the gate is opened or closed.");
        }
        var word = GateWord.ofClinician(Ids.next(), client, gate, opens, caller.id(), clock.instant(), reason);
        words.persist(word);
        outbox.put(opens ? "gate.opened" : "gate.closed", word.id, client, Map.of("gate", gate));
        audit.wrote(caller, opens ? "gate.opened" : "gate.closed", "client", client, client);
        words.flush(); // before whoever hears of it asks
        news.fire(new GateSaid(caller, client, gate, opens));
        return word;
    }
}
