package dev.kith.sandbox;

import dev.kith.audit.Audit;
import dev.kith.broadcast.Broadcast;
import dev.kith.outbox.Outbox;
import dev.kith.practice.PracticeDirectory;
import dev.kith.problem.ProblemException;
import dev.kith.sandbox.ClockRows.Row;
import dev.kith.security.Caller;
import dev.kith.tenancy.MovedClocks;
import dev.kith.tenancy.Practices;
import dev.kith.time.Ids;
import dev.kith.time.RealTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Who may move the clock, how far, and what is kept of it; {@link Walking} goes the way. One move at a time. */
@ApplicationScoped
class Moving {
    private static final Duration LONGEST_MOVE = Duration.ofDays(400);
    private static final Duration FARTHEST = Duration.ofDays(1826);
    /** A walk that gave no sign for so long was killed. */
    private static final Duration DEAD_AFTER = Duration.ofSeconds(60);

    @Inject
    Practices practices;

    @Inject
    PracticeDirectory practice;

    @Inject
    ClockRows rows;

    @Inject
    Walking walking;

    @Inject
    Broadcast broadcast;

    @Inject
    Audit audit;

    @Inject
    Outbox outbox;

    @Inject
    @RealTime
    Clock clock;

    SandboxClockView read(Caller caller) {
        return practices.within(caller.practice(), () -> {
            requireSandbox();
            return SandboxClockView.of(rows.read(), clock.instant(), null, null);
        });
    }

    /** Each stop is a transaction, so that what happened on the way stays when something fails. */
    SandboxClockView move(Caller caller, MoveClock request) {
        var walk = Ids.next();
        var course = practices.within(caller.practice(), () -> begin(caller, request, walk));
        Walking.Done done;
        try {
            done = walking.walk(caller.practice(), walk, course);
        } finally {
            practices.within(caller.practice(), () -> {
                rows.end(walk);
                return walk;
            });
        }
        return practices.within(
                caller.practice(),
                () -> SandboxClockView.of(rows.read(), clock.instant(), done.stops(), done.arrived()));
    }

    /** Back to real time. What was made in the time ahead stays as it is. */
    void reset(Caller caller) {
        practices.within(caller.practice(), () -> {
            requireSandbox();
            var real = clock.instant();
            requireFree(rows.take(caller.id(), real), real);
            rows.reset(caller.id(), real);
            broadcast.tell(MovedClocks.TOPIC, caller.practice());
            tell(caller, "sandbox-clock.reset", Map.of());
            return real;
        });
    }

    private Walking.Course begin(Caller caller, MoveClock request, UUID walk) throws SQLException {
        requireSandbox();
        var real = clock.instant();
        var row = rows.take(caller.id(), real);
        requireFree(row, real);
        var now = real.plusMillis(row.offsetMs());
        var target = request.from(now, practice.current().timeZone());
        requireWithinBounds(request.pointer(), now, real, target);
        rows.begin(walk, caller.id(), real);
        tell(caller, "sandbox-clock.moved", Map.of("to", target.toString()));
        return new Walking.Course(now, row.offsetMs(), target);
    }

    private void requireSandbox() {
        if (!practice.current().sandbox()) {
            throw ProblemException.conflict(
                    "not-a-sandbox", "The clock of a practice in use is real time; only a sandbox's can be moved.");
        }
    }

    private static void requireFree(Row row, Instant real) {
        if (row.walkSeenAt() != null && row.walkSeenAt().isAfter(real.minus(DEAD_AFTER))) {
            throw ProblemException.conflict("already-moving", "Somebody is moving the clock; wait until it is there.");
        }
    }

    private static void requireWithinBounds(String pointer, Instant now, Instant real, Instant target) {
        if (!target.isAfter(now)) {
            throw ProblemException.conflict(
                    "clock-runs-forward", "The clock only goes forward; DELETE it to go back to real time.");
        }
        if (target.isAfter(now.plus(LONGEST_MOVE))) {
            throw ProblemException.invalid(pointer, "too-far", "At most 400 days a move.");
        }
        if (target.isAfter(real.plus(FARTHEST))) {
            throw ProblemException.invalid(pointer, "too-far", "At most five years ahead of real time.");
        }
    }

    private void tell(Caller caller, String what, Map<String, Object> payload) {
        outbox.put(what, caller.practice(), null, payload);
        audit.wrote(caller, what, "sandbox-clock", caller.practice(), null);
    }
}
