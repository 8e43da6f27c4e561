package dev.kith.log;

import dev.kith.assignment.AssignedTask;
import dev.kith.assignment.TaskBook;
import dev.kith.audit.Audit;
import dev.kith.exercise.LogValues;
import dev.kith.exercise.PublishedExercise;
import dev.kith.outbox.Outbox;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes a log down, with everything that must stand or fall with it: task, news, outbox, trail. Runs in its caller's
 * transaction.
 */
@ApplicationScoped
class Recording {
    @Inject
    Logs logs;

    @Inject
    TaskBook tasks;

    @Inject
    ValuesJson json;

    @Inject
    Rendering rendering;

    @Inject
    Event<LogCompleted> completed;

    @Inject
    Event<StopRuleUsed> stopped;

    @Inject
    Event<RungNamed> rungs;

    @Inject
    Event<RungSaid> rungsSaid;

    @Inject
    Outbox outbox;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /**
     * What is written, checked.
     *
     * @param task null for what nobody planned
     * @param authoredAt as said by whoever sent it; null when it is done now
     * @param said when it was said who may read the words
     */
    record Entry(
            PublishedExercise exercise,
            LogValues values,
            String language,
            @Nullable AssignedTask task,
            @Nullable Instant authoredAt,
            Moment said) {}

    /** The values as they will stand: shared no otherwise than was said later of these words. */
    LogValues heeding(Caller caller, Log log, Sending sent, LogValues values, Moment said) {
        return heard(caller, log, sent, values, said).over(values);
    }

    /** Whoever types for a client says nothing in place of what the client said. */
    private Choices heard(Caller caller, Log log, Sending sent, LogValues values, Moment said) {
        return json.choices(log).written(log.hasWordsOf(caller) ? Words.chosen(sent.values(), values) : Map.of(), said);
    }

    /** Keeps a draft, or completes. */
    LogView write(Caller caller, Log log, Sending sent, Entry entry) throws SQLException {
        var now = clock.instant();
        var toldBefore = log.saysStopRuleUsed();
        if (sent.rung() != null && !sent.rung().equals(log.rungId)) {
            rungs.fire(new RungNamed(log.clientId, log.exerciseKey, sent.rung()));
        }
        log.sent(caller, sent, entry.language(), now);
        var choices = heard(caller, log, sent, entry.values(), entry.said());
        var values = choices.over(entry.values());
        log.say(json.spell(values));
        json.keep(log, sent.complete() ? choices.worded(Words.sharing(values).keySet(), now) : choices, values);
        if (sent.complete()) {
            told(caller, log, values, complete(log, values, entry, now), "log.completed");
        } else {
            draft(log, entry);
            audit.wrote(caller, "log.drafted", "log", log.id, log.clientId);
        }
        tellStopped(caller, log, toldBefore);
        return rendering.view(caller, log, entry.exercise(), values);
    }

    private void draft(Log log, Entry entry) throws SQLException {
        log.authoredAt = Objects.requireNonNullElseGet(entry.authoredAt(), clock::instant);
        logs.persistAndFlush(log);
        if (entry.task() != null) {
            tasks.logBegun(entry.task(), log.id);
        }
    }

    private Optional<UUID> complete(Log log, LogValues values, Entry entry, Instant now) throws SQLException {
        var task = entry.task();
        log.complete(Objects.requireNonNullElse(entry.authoredAt(), now), now);
        var rung = rung(log, values);
        logs.persistAndFlush(log);
        if (task != null) {
            log.late = tasks.logged(task.id(), log.id, now);
        }
        return rung;
    }

    /**
     * A draft that is older than the one that stands: it is not kept. That a stop rule was used is told all the same, as it would have
     * been had it come first; and who may read words counts where the newer one does not say.
     */
    LogView overtaken(
            Caller caller, Log stands, Sending older, LogValues sent, Moment said, PublishedExercise exercise) {
        var before = json.choices(stands);
        var chosen = Words.chosen(older.values(), sent);
        var choices = before.overtaken(chosen, said);
        if (!choices.equals(before)) {
            var values = json.read(exercise.definition(), stands);
            var now = Words.shared(values, choices.changedSince(before, chosen.keySet()));
            stands.say(json.spell(now));
            json.keep(stands, choices, now);
        }
        if (Boolean.TRUE.equals(older.stopRuleUsed()) && !stands.saysStopRuleUsed()) {
            tellStopped(caller, stands);
        }
        return rendering.view(caller, stands, exercise, json.read(exercise.definition(), stands));
    }

    /** Completing what is completed: the same again gives the same reply; anything else is for a correction. */
    LogView again(Caller caller, Log existing, Sending sent, LogValues values, PublishedExercise exercise) {
        var stands = json.read(exercise.definition(), existing);
        if (!sent.complete()
                || !values.equals(stands)
                || !Objects.equals(sent.stopRuleUsed(), existing.stopRuleUsed)
                || !Objects.equals(sent.rung(), existing.rungId)) {
            throw Logging.completedAlready();
        }
        return rendering.view(caller, existing, exercise, stands);
    }

    /** The next revision. What it replaces has been kept. */
    LogView correct(Caller caller, Log log, PublishedExercise exercise, Correcting.Correction correction) {
        var toldBefore = log.saysStopRuleUsed();
        var now = correction.now();
        log.correct(correction.stopRuleUsed());
        log.enteredBy = log.isWrittenBy(caller) ? caller.id() : log.enteredBy;
        log.say(json.spell(now));
        var at = clock.instant();
        var choices = json.choices(log).plus(correction.chosen(), Moment.online(at), true);
        json.keep(log, choices.worded(Words.anew(now, correction.before()), at), now);
        var rung = rung(log, now);
        logs.flush();
        told(caller, log, now, rung, "log.corrected");
        tellStopped(caller, log, toldBefore);
        return rendering.view(caller, log, exercise, now);
    }

    /** Another choice of who may read what; no word of it changes, so the revision stays. */
    LogView share(Caller caller, Log log, PublishedExercise exercise, LogValues now) {
        log.say(json.spell(now));
        logs.flush();
        outbox.put(
                "log.sharing-changed",
                log.id,
                log.clientId,
                Map.of("exercise", log.exerciseKey, "revision", log.revision));
        audit.wrote(caller, "log.sharing-changed", "log", log.id, log.clientId);
        return rendering.view(caller, log, exercise, now);
    }

    /** Asked before it is stored, so that storing it takes one statement. */
    private Optional<UUID> rung(Log log, LogValues values) {
        if (log.besideId != null) {
            return Optional.empty(); // one try that was told in two ways moves no ladder twice
        }
        var meant = new RungSaid.Meant();
        rungsSaid.fire(new RungSaid(LogDirectory.of(log, values), meant));
        log.rungCounted = meant.counted();
        return meant.rung();
    }

    private void told(Caller caller, Log log, LogValues values, Optional<UUID> rung, String what) {
        completed.fire(new LogCompleted(caller, LogDirectory.of(log, values), rung));
        outbox.put(what, log.id, log.clientId, Map.of("exercise", log.exerciseKey, "revision", log.revision));
        audit.wrote(caller, what, "log", log.id, log.clientId);
    }

    private void tellStopped(Caller caller, Log log, boolean toldBefore) {
        if (log.saysStopRuleUsed() && !toldBefore) {
            tellStopped(caller, log);
        }
    }

    private void tellStopped(Caller caller, Log log) {
        stopped.fire(new StopRuleUsed(caller, log.clientId, log.id, log.taskId, log.exerciseKey));
    }
}
