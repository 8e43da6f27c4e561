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
import java.util.TreeMap;
import java.util.UUID;

/** A client says who may read their words, also afterwards: wider or narrower, and at once. */
@ApplicationScoped
@Transactional
public class Releasing {
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

    /** The log as the client sees it then; not changed when they had said so before. */
    public record Released(LogView view, boolean changed) {}

    LogView share(Caller caller, UUID id, ShareWords request) {
        return release(caller, id, request).view();
    }

    /** Never refused for a version that is old: nobody has to read anything again before they take words back. */
    public Released release(Caller caller, UUID id, ShareWords request) {
        var log = logs.requireHeld(id);
        clients.requireCaredForBy(caller, log.clientId);
        if (!log.isTheClients()) {
            throw ProblemException.conflict("not-your-words", "A clinician wrote it.");
        }
        var exercise = directory.exercise(log);
        var before = json.read(exercise.definition(), log);
        var now = Words.shared(before, choices(before, request));
        return now.equals(before)
                ? new Released(rendering.view(caller, log, exercise, before), false)
                : new Released(recording.share(caller, log, exercise, before, now), true);
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
