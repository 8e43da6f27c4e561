package dev.kith.log;

import dev.kith.client.ClientDirectory;
import dev.kith.definition.Pointers;
import dev.kith.exercise.LogValues;
import dev.kith.exercise.PublishedExercise;
import dev.kith.exercise.Sharing;
import dev.kith.problem.Problem;
import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A client says who may read their words, also afterwards: wider or narrower, and at once. */
@ApplicationScoped
@Transactional
public class Releasing {
    private static final ShareWords NOTHING = new ShareWords(Map.of());

    @Inject
    Logs logs;

    @Inject
    ClientDirectory clients;

    @Inject
    LogDirectory directory;

    @Inject
    ValuesJson json;

    @Inject
    Recording recording;

    @Inject
    Rendering rendering;

    @Inject
    Clock clock;

    /** The log as the client sees it then; not changed when they had said so before. */
    public record Released(LogView view, boolean changed) {}

    LogView share(Caller caller, UUID id, ShareWords request) {
        return release(caller, id, request, Moment.online(clock.instant())).view();
    }

    /**
     * Said offline: it counts as if it had come then, whatever was said since.
     *
     * @param saidAt by the app's clock
     * @param theirs what that clock shows now
     */
    public Released late(Caller caller, UUID id, ShareWords request, Instant saidAt, Instant theirs) {
        return release(caller, id, request, Honesty.saidAt(saidAt, theirs, clock.instant()));
    }

    /** What came again, and was taken in the first time. */
    public Released again(Caller caller, UUID id) {
        return release(caller, id, NOTHING, Moment.online(clock.instant()));
    }

    /**
     * Never refused for a version that is old: nobody has to read anything again before they take words back. What is kept beside a log
     * was sent under its id, so that words are taken back there, too; wider it is shared under its own id only.
     */
    private Released release(Caller caller, UUID id, ShareWords request, Moment when) {
        var held = held(logs.requireHeld(id));
        clients.requireCaredForBy(caller, held.log().clientId);
        if (!held.log().isTheClients()) {
            throw ProblemException.conflict("not-your-words", "A clinician wrote it.");
        }
        var beside = beside(held.log());
        var said = choices(Stream.concat(Stream.of(held), beside.stream()), request);
        beside.forEach(one -> say(caller, one, one.narrowedBy(said), when));
        return say(caller, held, held.spokenOf(said), when);
    }

    private Released say(Caller caller, Held held, Map<String, Sharing> said, Moment when) {
        var log = held.log();
        var earlier = json.choices(log);
        var choices = earlier.plus(said, when, false);
        var now = Words.shared(held.values(), choices.changedSince(earlier, said.keySet()));
        if (!said.isEmpty()) {
            json.keep(log, choices, now);
        }
        return now.equals(held.values())
                ? new Released(rendering.view(caller, log, held.exercise(), now), false)
                : new Released(recording.share(caller, log, held.exercise(), now), true);
    }

    private Held held(Log log) {
        var exercise = directory.exercise(log);
        return new Held(log, exercise, json.read(exercise.definition(), log));
    }

    private List<Held> beside(Log log) {
        return logs.heldBeside(log.id).stream()
                .flatMap(one -> Stream.concat(Stream.of(held(one)), beside(one).stream()))
                .toList();
    }

    private static Map<String, Sharing> choices(Stream<Held> all, ShareWords request) {
        var there = all.flatMap(one -> one.shared().keySet().stream()).collect(Collectors.toSet());
        var choices = new TreeMap<String, Sharing>();
        request.sharing().forEach((place, choice) -> choices.put(place, Sharing.valueOf(choice.name())));
        var faults = choices.keySet().stream()
                .filter(place -> !there.contains(place))
                .map(place -> new Problem.Fault(
                        Pointers.to("sharing", place), "no-words-there", "names no words in this log"))
                .toList();
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        return choices;
    }

    /** A log that nobody else changes now, and what it says. */
    private record Held(Log log, PublishedExercise exercise, LogValues values) {
        Map<String, Sharing> shared() {
            return Words.sharing(values);
        }

        Map<String, Sharing> spokenOf(Map<String, Sharing> said) {
            var here = new TreeMap<>(said);
            here.keySet().retainAll(shared().keySet());
            return here;
        }

        Map<String, Sharing> narrowedBy(Map<String, Sharing> said) {
            var shared = shared();
            var here = spokenOf(said);
            here.entrySet()
                    .removeIf(one -> one.getValue().compareTo(Objects.requireNonNull(shared.get(one.getKey()))) > 0);
            return here;
        }
    }
}
