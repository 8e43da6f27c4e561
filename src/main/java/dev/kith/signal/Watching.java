package dev.kith.signal;

import dev.kith.jobs.TimedWork;
import dev.kith.outbox.Outbox;
import dev.kith.security.Caller;
import dev.kith.signal.SignalBook.Noticed;
import dev.kith.tenancy.Practices;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Asks the rules about whoever's facts changed, and notes what began and what ended. Follows the practice's events, so that an answer
 * pays nothing for it; who reads signals catches up first, so that nobody sees yesterday's. Safe on any number of replicas.
 */
@ApplicationScoped
@Priority(5) // after what is due was made, closed and reminded of
@Transactional(rollbackOn = Exception.class)
public class Watching implements TimedWork {
    /** Who reads does not wait for more: what is left is for the next tick. */
    private static final int MOST_BEFORE_READING = 5;

    @Inject
    Watch watch;

    @Inject
    SignalFacts facts;

    @Inject
    Judge judge;

    @Inject
    SignalBook book;

    @Inject
    PolicyBook policies;

    @Inject
    Practices practices;

    @Inject
    Outbox outbox;

    @Inject
    Event<SignalRaised> raised;

    @Inject
    Clock clock;

    /** In the running transaction, before somebody reads signals: usually one query that finds nothing. */
    public void catchUp() throws SQLException {
        var policy = policies.read();
        for (var i = 0; i < MOST_BEFORE_READING; i++) {
            if (!watch.hasNews(clock.instant(), policy.thresholds().overdue()) || !step(policy)) {
                return;
            }
        }
    }

    @Override
    public boolean tick() throws SQLException {
        var policy = policies.read();
        return watch.hasNews(clock.instant(), policy.thresholds().overdue()) && step(policy);
    }

    @Override
    public Optional<Instant> nextAfter(Instant moment) throws SQLException {
        return watch.nextAfter(moment, policies.read().thresholds().overdue());
    }

    /** Whether there may be more. */
    private boolean step(Policy policy) throws SQLException {
        var now = clock.instant();
        var clients = watch.take(now, policy.thresholds().overdue());
        if (!clients.isEmpty()) {
            look(clients, policy, now);
        }
        return clients.size() == Watch.AT_ONCE;
    }

    private void look(List<UUID> clients, Policy policy, Instant now) throws SQLException {
        var open = book.open(clients).stream().collect(Collectors.groupingBy(Noticed::clientId));
        var begun = new LinkedHashMap<UUID, List<Standing>>();
        var over = new ArrayList<Noticed>();
        for (var client : facts.of(clients, now).entrySet()) {
            var standing = judge.judge(client.getValue(), policy, now).stream()
                    .collect(Collectors.toMap(Standing::key, one -> one, (one, same) -> one, LinkedHashMap::new));
            for (var known : open.getOrDefault(client.getKey(), List.of())) {
                if (standing.remove(known.standing().key()) == null) {
                    over.add(known);
                }
            }
            begun.put(client.getKey(), List.copyOf(standing.values()));
        }
        end(over, now);
        begin(begun, policy, now);
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
