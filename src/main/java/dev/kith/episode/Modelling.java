package dev.kith.episode;

import dev.kith.audit.Audit;
import dev.kith.change.EpisodeSums;
import dev.kith.change.ExpectedResponse;
import dev.kith.episode.LocalModel.Subject;
import dev.kith.episode.ModelRound.Turn;
import dev.kith.jobs.TimedWork;
import dev.kith.outbox.Outbox;
import dev.kith.security.Caller;
import dev.kith.tenancy.Practices;
import dev.kith.time.Ids;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes the practice's local models once a day, where it wants them: closed clients are added up a portion a transaction, the last of which makes all models.
 * One that says the same as the newest is not kept again, so that their number grows by what is new.
 */
@ApplicationScoped
@Priority(7) // before the signals, which are judged by it
@Transactional(rollbackOn = Exception.class)
class Modelling implements TimedWork {
    /** Clients; so many courses are added up well within a statement's time. */
    static final int AT_ONCE = 500;

    @Inject
    ModelRound round;

    @Inject
    ClosedEpisodes episodes;

    @Inject
    ModelBook book;

    @Inject
    Practices practices;

    @Inject
    Outbox outbox;

    @Inject
    Audit audit;

    @Inject
    Event<LocalModelsTurned> turned;

    @Inject
    Clock clock;

    @Override
    public boolean tick() throws SQLException {
        var now = clock.instant();
        var turn = round.take(now).orElse(null);
        if (turn == null) {
            return false;
        }
        var portion = episodes.after(turn.through(), AT_ONCE);
        var sums = new LinkedHashMap<>(turn.sums());
        episodes.of(portion).forEach((subject, more) -> sums.merge(subject, more, EpisodeSums::plus));
        if (portion.size() == AT_ONCE) {
            round.goOn(new Turn(turn.day(), portion.get(AT_ONCE - 1).id(), sums));
            return true;
        }
        make(sums, now);
        round.finish(turn.day());
        return false;
    }

    @Override
    public Optional<Instant> nextAfter(Instant moment) throws SQLException {
        return round.nextAfter(moment);
    }

    private void make(Map<Subject, EpisodeSums> sums, Instant now) throws SQLException {
        if (sums.isEmpty()) {
            return;
        }
        var newest =
                book.newest(sums.keySet()).stream().collect(Collectors.toMap(LocalModel::subject, Function.identity()));
        var anyTurned = false;
        for (var one : sums.entrySet()) {
            var before = newest.get(one.getKey());
            var made = new LocalModel(
                    Ids.next(), one.getKey(), now, ExpectedResponse.RULE, ExpectedResponse.of(one.getValue()));
            if (before == null || !before.saysAsMuchAs(made)) {
                keep(made);
                anyTurned |= judges(before) != made.judges();
            }
        }
        if (anyTurned) {
            turned.fire(new LocalModelsTurned());
        }
    }

    private static boolean judges(@Nullable LocalModel model) {
        return model != null && model.judges();
    }

    private void keep(LocalModel made) throws SQLException {
        book.add(made);
        var practice = practices.current().orElseThrow();
        outbox.put("local-model.made", made.id(), null, told(made.subject(), made.expected()));
        audit.wrote(Caller.system(practice), "local-model.made", "local-model", made.id(), null);
    }

    private static Map<String, Object> told(Subject subject, ExpectedResponse expected) {
        return Map.of(
                "questionnaire", subject.measure().questionnaire(),
                "scale", subject.measure().scale(),
                "author", subject.measure().author(),
                "fitted", expected.fitted().isPresent());
    }
}
