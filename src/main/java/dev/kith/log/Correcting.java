package dev.kith.log;

import dev.kith.client.ClientDirectory;
import dev.kith.client.ClientTurns;
import dev.kith.exercise.ExerciseDefinition;
import dev.kith.exercise.LogValues;
import dev.kith.exercise.Sharing;
import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Corrects completed logs. What a correction replaces is kept. */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
class Correcting {
    /** Who reads a log's past reads all of it. */
    private static final int MOST = 100;

    @Inject
    Logs logs;

    @Inject
    RevisionBook revisions;

    @Inject
    ClientTurns clientTurns;

    @Inject
    ClientDirectory clients;

    @Inject
    LogDirectory directory;

    @Inject
    ValuesJson json;

    @Inject
    Discretion discretion;

    @Inject
    Recording recording;

    @Inject
    Rendering rendering;

    @Inject
    Clock clock;

    /** What is written in place of what stands. */
    record Correction(
            LogValues before,
            LogValues now,
            Map<String, Sharing> chosen,
            @Nullable Boolean stopRuleUsed) {}

    /** Once: the same as now changes nothing and gives the same reply. */
    LogView correct(Caller caller, UUID id, CorrectLog request) throws SQLException {
        var log = logs.require(id);
        clientTurns.take(log.clientId);
        logs.getEntityManager().refresh(log, LockModeType.PESSIMISTIC_WRITE);
        clients.requireCaredForBy(caller, log.clientId).requireActive();
        if (!log.isWrittenBy(caller) && caller.memberId() == null) {
            throw ProblemException.conflict("not-your-log", "Only whoever logged it, or the care team, corrects.");
        }
        if (!log.isComplete()) {
            throw ProblemException.conflict("not-completed", "It is a draft: complete it.");
        }
        var exercise = directory.exercise(log);
        var before = json.read(exercise.definition(), log);
        var now = corrected(caller, log, exercise.definition(), before, request.values());
        if (now.equals(before) && Objects.equals(request.stopRuleUsed(), log.stopRuleUsed)) {
            return rendering.view(caller, log, exercise, before);
        }
        if (log.revision >= MOST) {
            throw ProblemException.conflict("too-many-corrections", "It was corrected " + MOST + " times; log anew.");
        }
        revisions.keep(log, caller.id(), request.reason(), clock.instant());
        return recording.correct(
                caller,
                log,
                exercise,
                new Correction(before, now, chosen(caller, log, request, now), request.stopRuleUsed()));
    }

    /** Nobody else says who may read them. */
    private static Map<String, Sharing> chosen(Caller caller, Log log, CorrectLog request, LogValues now) {
        return log.hasWordsOf(caller) ? Words.chosen(request.values(), now) : Map.of();
    }

    private LogValues corrected(
            Caller caller, Log log, ExerciseDefinition definition, LogValues before, LogValues sent) {
        if (log.hasWordsOf(caller)) {
            return LogFaults.requireComplete(definition, Words.sharedAsStands(sent, before));
        }
        var seen = discretion.of(caller, log.clientId).sees(log, before);
        var others = LogFaults.requireDraft(definition, Words.sharedAsStands(sent, seen));
        return LogFaults.requireComplete(definition, OthersWords.kept(definition, before, seen, others));
    }
}
