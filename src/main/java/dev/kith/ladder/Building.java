package dev.kith.ladder;

import dev.kith.audit.Audit;
import dev.kith.client.ClientDirectory;
import dev.kith.etag.Etags;
import dev.kith.exercise.ExerciseCatalogue;
import dev.kith.ladder.RebuildLadder.GivenRung;
import dev.kith.outbox.Outbox;
import dev.kith.problem.Problem;
import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import dev.kith.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes ladders, rebuilds and shows them. Rungs are never removed: what was tried stays, and keeps its words. */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
class Building {
    private static final int MOST = 50;

    @Inject
    Ladders ladders;

    @Inject
    Rungs rungs;

    @Inject
    RungNumbers numbers;

    @Inject
    RungAttempts attempts;

    @Inject
    LadderViews views;

    @Inject
    ClientDirectory clients;

    @Inject
    ExerciseCatalogue exercises;

    @Inject
    Outbox outbox;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    LadderView make(Caller caller, UUID clientId, MakeLadder request, @Nullable String language) throws SQLException {
        clients.requireCaredForBy(caller, clientId).requireActive();
        var exercise = exercises
                .findCurrent(request.exercise())
                .filter(found -> found.definition().ladder())
                .orElseThrow(() -> ProblemException.invalid(
                        "/exercise", "not-on-a-ladder", "No published exercise of this key is done on a ladder."));
        if (ladders.count("clientId", clientId) >= MOST) {
            throw ProblemException.conflict("too-many-ladders", "A client has at most " + MOST + " ladders.");
        }
        var now = clock.instant();
        var ladder = new Ladder(Ids.next(), clientId, exercise, request.title(), caller.id(), now);
        ladders.persist(ladder);
        var given = request.rungs().stream().map(MakeLadder.NewRung::given).toList();
        place(ladder, Map.of(), given);
        ladders.flush();
        numbers.note(ladder.id, now);
        told(caller, ladder, "ladder.made");
        return views.of(caller, ladder, language);
    }

    LadderView rebuild(
            Caller caller, UUID id, RebuildLadder request, @Nullable String ifMatch, @Nullable String language)
            throws SQLException {
        var ladder = ladders.requireHeld(id);
        clients.requireCaredForBy(caller, ladder.clientId).requireActive();
        Etags.require(ifMatch, ladder.version);
        var live = LadderViews.live(rungs.of(List.of(id))).stream()
                .collect(Collectors.toMap(rung -> rung.id, rung -> rung));
        requireSound(request.rungs(), live, tried(id));
        var now = clock.instant();
        var kept = request.rungs().stream().map(GivenRung::id).collect(Collectors.toCollection(HashSet::new));
        live.values().stream().filter(rung -> !kept.contains(rung.id)).forEach(rung -> rung.retiredAt = now);
        place(ladder, live, request.rungs());
        ladder.title = request.title();
        ladder.touch(now);
        ladders.flush();
        numbers.note(ladder.id, now);
        told(caller, ladder, "ladder.rebuilt");
        return views.of(caller, ladder, language);
    }

    LadderView read(Caller caller, UUID id, @Nullable String language) {
        var ladder = ladders.require(id);
        clients.requireCaredForBy(caller, ladder.clientId);
        audit.read(caller, "ladder.read", "ladder", id, ladder.clientId);
        return views.of(caller, ladder, language);
    }

    List<LadderView> list(Caller caller, UUID clientId, @Nullable String language) {
        clients.requireCaredForBy(caller, clientId);
        audit.read(caller, "ladders.listed", "client", clientId, clientId);
        return views.of(caller, ladders.of(clientId), language);
    }

    private HashSet<UUID> tried(UUID ladder) {
        return attempts.list("ladderId", ladder).stream()
                .map(attempt -> attempt.rungId)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static void requireSound(List<GivenRung> given, Map<UUID, Rung> live, HashSet<UUID> tried) {
        var faults = new ArrayList<Problem.Fault>();
        var seen = new HashSet<UUID>();
        for (var i = 0; i < given.size(); i++) {
            var id = given.get(i).id();
            var there = id == null ? null : live.get(id);
            if (id != null && there == null) {
                faults.add(new Problem.Fault("/rungs/" + i + "/id", "unknown-rung", "is no rung of this ladder"));
            } else if (id != null && !seen.add(id)) {
                faults.add(new Problem.Fault("/rungs/" + i + "/id", "twice", "stands there already"));
            } else if (there != null
                    && tried.contains(there.id)
                    && !there.text.equals(given.get(i).text())) {
                faults.add(new Problem.Fault(
                        "/rungs/" + i + "/text", "was-tried", "keeps its words; leave it out and write a new one"));
            }
        }
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
    }

    private void place(Ladder ladder, Map<UUID, Rung> live, List<GivenRung> given) {
        for (var i = 0; i < given.size(); i++) {
            var one = given.get(i);
            var there = one.id() == null ? null : live.get(one.id());
            var predicted = Objects.requireNonNull(one.predicted());
            if (there == null) {
                rungs.persist(new Rung(Ids.next(), ladder.id, one.text(), predicted, i));
            } else {
                there.text = one.text();
                there.predicted = predicted;
                there.position = i;
            }
        }
    }

    private void told(Caller caller, Ladder ladder, String what) {
        outbox.put(what, ladder.id, ladder.clientId, Map.of("exercise", ladder.exerciseKey));
        audit.wrote(caller, what, "ladder", ladder.id, ladder.clientId);
    }
}
