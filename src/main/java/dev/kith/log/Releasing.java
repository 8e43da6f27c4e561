package dev.kith.log;

import dev.kith.client.ClientDirectory;
import dev.kith.definition.Pointers;
import dev.kith.exercise.LogValues;
import dev.kith.exercise.Sharing;
import dev.kith.problem.Problem;
import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

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

    /** Never refused for a version that is old: nobody has to read anything again before they take words back. */
    private Released release(Caller caller, UUID id, ShareWords request, Moment when) {
        var log = logs.requireHeld(id);
        clients.requireCaredForBy(caller, log.clientId);
        if (!log.isTheClients()) {
            throw ProblemException.conflict("not-your-words", "A clinician wrote it.");
        }
        var exercise = directory.exercise(log);
        var before = json.read(exercise.definition(), log);
        var said = choices(before, request);
        var earlier = json.choices(log);
        var choices = earlier.plus(said, when, false);
        var now = Words.shared(before, choices.changedSince(earlier, said.keySet()));
        if (!said.isEmpty()) {
            json.keep(log, choices, now);
        }
        return now.equals(before)
                ? new Released(rendering.view(caller, log, exercise, before), false)
                : new Released(recording.share(caller, log, exercise, now), true);
    }

    private static TreeMap<String, Sharing> choices(LogValues values, ShareWords request) {
        var there = Words.sharing(values).keySet();
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
}
