package dev.kith.reminder;

import dev.kith.jobs.TimedWork;
import dev.kith.mail.Postbox;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
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
    Postbox postbox;

    @Inject
    MeterRegistry measures;

    @Inject
    Clock clock;

    @Override
    public boolean waitsForOthers() {
        return true;
    }

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
        var more = plan(now);
        var lost = noting.lost(now);
        if (lost > 0) {
            measures.counter("kith.reminders.unsure").increment(lost);
        }
        var claimed = claiming.claim(now, postbox.reach());
        if (!claimed.toSend().isEmpty()) {
            noting.note(delivering.deliver(claimed.toSend()), now);
        }
        return more || claimed.clients() > 0;
    }

    /** Committed first, so that what is due at once is claimed afterwards. When it fails, what is planned already is sent all the same. */
    private boolean plan(Instant now) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> planning.plan(now));
        } catch (RuntimeException e) {
            Log.errorf("Reminders could not be planned: %s", e.getClass().getName());
            measures.counter("kith.reminders.not-planned").increment();
            return false;
        }
    }
}
