package dev.kith.reminder;

import dev.kith.jobs.TimedWork;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** The work of reminding, a step at a time: plan, claim and commit, send, note. Any number of replicas may do it at once. */
@ApplicationScoped
@Priority(10) // of what is closed already nobody is reminded
class Reminding implements TimedWork {
    @Inject
    Planning planning;

    @Inject
    Claiming claiming;

    @Inject
    Delivering delivering;

    @Inject
    Noting noting;

    @Inject
    MeterRegistry measures;

    @Inject
    Clock clock;

    @Override
    public boolean tick() throws SQLException {
        return step(clock.instant());
    }

    @Override
    public Optional<Instant> nextAfter(Instant moment) throws SQLException {
        return planning.nextAfter(moment);
    }

    /** Whether more is due. */
    boolean step(Instant now) throws SQLException {
        // committed first, so that what is due at once is claimed below
        var more = QuarkusTransaction.requiringNew().call(() -> planning.plan(now));
        var lost = noting.lost(now);
        if (lost > 0) {
            measures.counter("kith.reminders.unsure").increment(lost);
        }
        var claimed = claiming.claim(now);
        if (!claimed.toSend().isEmpty()) {
            noting.note(delivering.deliver(claimed.toSend()), now);
        }
        return more || claimed.clients() == Claiming.AT_ONCE;
    }
}
