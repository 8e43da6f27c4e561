package dev.kith.sync;

import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A batch from an app that was offline. Holds no transaction: each item has its own, and what changed is read after all of them. */
@ApplicationScoped
class Syncing {
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2300-01-01T00:00:00Z");

    @Inject
    Items items;

    @Inject
    Taking taking;

    @Inject
    Gathering gathering;

    @Inject
    Clock clock;

    SyncReply sync(Caller caller, SyncBatch batch, @Nullable String languages) throws SQLException {
        var client = Objects.requireNonNull(caller.clientId());
        var received = clock.instant();
        if (batch.clientTime().isBefore(EARLIEST) || batch.clientTime().isAfter(LATEST)) {
            throw ProblemException.invalid("/clientTime", "out-of-range", "Between 1970 and 2300.");
        }
        var position = Position.read(batch.cursor(), client); // before anything is done
        var ahead = Duration.between(received, batch.clientTime());
        var results = new ArrayList<SyncItemResult>();
        for (var item : readable(caller, batch, ahead, languages, results)) {
            results.add(taking.take(caller, item, sent(batch, item.index(), ahead), languages));
        }
        results.sort(Comparator.comparingInt(SyncItemResult::index));
        var gathered = gathering.since(caller, position, languages);
        return new SyncReply(
                received,
                ahead.toMillis(),
                results,
                results.stream().flatMap(SyncItemResult::crisisCards).distinct().toList(),
                gathered.changes(),
                gathered.definitions(),
                gathered.position().write(client),
                gathered.more());
    }

    /** Those that can be read, in the order to take them; the others are refused. */
    private List<Item> readable(
            Caller caller, SyncBatch batch, Duration ahead, @Nullable String languages, List<SyncItemResult> results) {
        var twice = idsSentTwice(batch);
        var readable = new ArrayList<Item>();
        for (var index = 0; index < batch.items().size(); index++) {
            var raw = batch.items().get(index);
            var id = Items.idOf(raw);
            try {
                if (id != null && twice.contains(id)) {
                    throw ProblemException.invalid("/id", "duplicate-id", "Another item of the batch has this id.");
                }
                readable.add(items.read(index, raw, batch));
            } catch (Exception e) { // whatever it is, it is this item's alone
                results.add(taking.refused(caller, sent(batch, index, ahead), languages, e));
            }
        }
        readable.sort(Item.IN_ORDER);
        return readable;
    }

    private Taking.Sent sent(SyncBatch batch, int index, Duration ahead) {
        return new Taking.Sent(index, batch.items().get(index), clock.instant().plus(ahead));
    }

    /** Which of two is meant nobody can say, and it must not hang on their order. */
    private static Set<UUID> idsSentTwice(SyncBatch batch) {
        var seen = new HashSet<UUID>();
        var twice = new HashSet<UUID>();
        for (var raw : batch.items()) {
            var id = Items.idOf(raw);
            if (id != null && !seen.add(id)) {
                twice.add(id);
            }
        }
        return twice;
    }
}
