package dev.kith.signal;

import dev.kith.episode.KnownModels;
import dev.kith.episode.LocalModels;
import dev.kith.episode.LocalModelsTurned;
import dev.kith.idempotency.Turns;
import dev.kith.jobs.TimedWork;
import dev.kith.outbox.Outbox;
import dev.kith.security.Caller;
import dev.kith.signal.SignalBook.Noticed;
import dev.kith.tenancy.Practices;
import io.quarkus.logging.Log;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks the rules about whoever's facts changed, and notes what began, what ended, and what could not be judged. Follows the practice's events, so that an answer
 * pays nothing for it; who reads signals catches up first, so that nobody sees yesterday's. Safe on any number of replicas.
 */
@ApplicationScoped
@Priority(5) // after what is due was made, closed and reminded of
@Transactional(rollbackOn = Exception.class)
public class Watching implements TimedWork {
    /** Who reads a whole caseload does not wait for more: what is left is for the next tick. */
    private static final int MOST_BEFORE_READING = 5;

    /** Nothing ended after it. */
    private static final Instant NEVER = Instant.parse("2300-01-01T00:00:00Z");

    @Inject
    Watch watch;

    @Inject
    SignalFacts facts;

    @Inject
    LocalModels localModels;

    @Inject
    Judge judge;

    @Inject
    SignalBook book;

    @Inject
    JudgedBook both;

    @Inject
    PolicyBook policies;

    @Inject
    Practices practices;

    @Inject
    Turns turns;

    @Inject
    Outbox outbox;

    @Inject
    Event<SignalRaised> raised;

    @Inject
    Clock clock;

    /** In the running transaction, before somebody reads signals of many: usually one query that finds nothing. */
    public void catchUp() throws SQLException {
        var more = true;
        for (var i = 0; more && i < MOST_BEFORE_READING; i++) {
            more = tick();
        }
    }

    /** In the running transaction, before somebody reads signals of these: whatever is known of them now counts, whoever else waits. */
    public void catchUp(Collection<UUID> clients) throws SQLException {
        var now = clock.instant();
        var changed = watch.newsOf(clients, now, policies.read().thresholds().overdue());
        if (!changed.isEmpty()) {
            look(changed, now);
        }
    }

    @Override
    public boolean tick() throws SQLException {
        var now = clock.instant();
        var overdue = policies.read().thresholds().overdue();
        if (!watch.hasNews(now, overdue)) {
            return false;
        }
        var clients = watch.take(now, overdue);
        if (!clients.isEmpty()) {
            look(clients, now);
        }
        return clients.size() == Watch.AT_ONCE;
    }

    @Override
    public Optional<Instant> nextAfter(Instant moment) throws SQLException {
        return watch.nextAfter(moment, policies.read().thresholds().overdue());
    }

    /** With a first model, and without the last one, anybody may be judged otherwise. */
    void turned(@Observes LocalModelsTurned news) throws SQLException {
        watch.again();
    }

    /** The policy is read once nobody else can judge them by an older one. */
    private void look(List<UUID> clients, Instant now) throws SQLException {
        turns.takeAll(
                Caller.system(practices.current().orElseThrow()),
                clients.stream().map(client -> "signals " + client).toList());
        var policy = policies.read();
        var kept = both.of(clients, NEVER);
        var begun = new LinkedHashMap<UUID, List<Standing>>();
        var notJudged = new LinkedHashMap<UUID, List<NotJudged>>();
        var changed = new ArrayList<Noticed>();
        var over = new ArrayList<Noticed>();
        var known = facts.of(clients, now);
        var models = policy.judgesLocally()
                ? localModels.newestFor(known.values().stream().flatMap(one -> one.scores().stream()))
                : KnownModels.NONE;
        for (var client : known.entrySet()) {
            var before = Objects.requireNonNull(kept.get(client.getKey()));
            var verdict = verdict(client.getKey(), () -> judge.judge(client.getValue(), models, policy, now));
            var silent = silent(client.getValue(), verdict);
            if (!silent.equals(before.notJudged())) {
                notJudged.put(client.getKey(), silent);
            }
            if (verdict == null) {
                continue;
            }
            var standing = verdict.byKey();
            for (var one : before.signals()) {
                var still = standing.remove(one.standing().key());
                if (still == null) {
                    over.add(one);
                } else if (one.standing().saysOtherThan(still)) {
                    changed.add(one.now(still));
                }
            }
            begun.put(client.getKey(), List.copyOf(standing.values()));
        }
        both.keep(notJudged);
        book.change(changed);
        end(over, now);
        begin(begun, policy, now);
    }

    /** Null when one client's facts cannot be judged, which keeps nobody else waiting. */
    private static @Nullable Verdict verdict(UUID client, Supplier<Verdict> judged) {
        try {
            return judged.get();
        } catch (RuntimeException e) {
            Log.errorf(
                    "The facts of client %s cannot be judged: %s",
                    client, e.getClass().getName());
            return null;
        }
    }

    private static List<NotJudged> silent(ClientFacts facts, @Nullable Verdict verdict) {
        if (!facts.inCare()) {
            return NotJudged.notInCare();
        }
        return verdict == null ? NotJudged.unreadable() : verdict.notJudged();
    }

    private void end(List<Noticed> over, Instant now) throws SQLException {
        if (over.isEmpty()) {
            return;
        }
        book.end(over.stream().map(Noticed::id).toList(), now);
        over.forEach(one -> outbox.put(
                "signal.ended",
                one.id(),
                one.clientId(),
                Map.of("rule", one.standing().rule().code())));
    }

    private void begin(Map<UUID, List<Standing>> begun, Policy policy, Instant now) throws SQLException {
        var practice = Caller.system(practices.current().orElseThrow());
        for (var one : book.add(begun, now)) {
            var rule = one.standing().rule();
            outbox.put(
                    "signal.raised",
                    one.id(),
                    one.clientId(),
                    Map.of("rule", rule.code(), "severity", one.standing().severity()));
            var alert = policy.alertOf(rule);
            if (alert != null) {
                raised.fire(new SignalRaised(practice, one.id(), one.clientId(), rule.code(), alert));
            }
        }
    }
}
