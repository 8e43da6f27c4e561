package dev.kith.sandbox;

import dev.kith.broadcast.Broadcast;
import dev.kith.jobs.Ticking;
import dev.kith.problem.ProblemException;
import dev.kith.tenancy.MovedClocks;
import dev.kith.tenancy.Practices;
import dev.kith.time.RealTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Takes the clock through the time between, stopping wherever something is due, so that everything happens in its order. */
@ApplicationScoped
class Walking {
    static final int MOST_STOPS = 2_000;
    /** From here on the steps are widened, so that the rest suffices. */
    static final int FREE_STOPS = 1_000;
    /** Within the minute after which a silent connection is closed. */
    private static final Duration LONGEST_WALK = Duration.ofSeconds(40);

    @Inject
    Practices practices;

    @Inject
    Ticking ticking;

    @Inject
    ClockRows rows;

    @Inject
    Broadcast broadcast;

    @Inject
    @RealTime
    Clock clock;

    /** From where to where. */
    record Course(Instant from, long offsetMs, Instant target) {}

    /** What came of it. */
    record Done(int stops, boolean arrived) {}

    Done walk(UUID practice, UUID walk, Course course) {
        var latest = clock.instant().plus(LONGEST_WALK);
        var now = course.from();
        ticking.in(practice); // what is due already happens before, not on the way
        var stops = 0;
        while (now.isBefore(course.target()) && clock.instant().isBefore(latest)) {
            var next = next(practice, now, course.target(), stops);
            var offset = practices.within(practice, () -> stop(practice, walk, next));
            now = clock.instant().plusMillis(offset);
            ticking.in(practice);
            stops++;
        }
        return new Done(stops, !now.isBefore(course.target()));
    }

    private Instant next(UUID practice, Instant now, Instant target, int stops) {
        var due = ticking.nextAfter(practice, now).filter(target::isAfter).orElse(target);
        return widened(now, due, target, stops);
    }

    /** Where to stop: where something is due, or further on when too few stops are left for the way. */
    static Instant widened(Instant now, Instant due, Instant target, int stops) {
        if (stops < FREE_STOPS) {
            return due;
        }
        var least = now.plus(Duration.between(now, target).dividedBy(Math.max(1, MOST_STOPS - stops)));
        return due.isAfter(least) ? due : least;
    }

    /** Real time ran on meanwhile, so the clock may be past the stop already: then it stays. */
    private long stop(UUID practice, UUID walk, Instant next) throws SQLException {
        var real = clock.instant();
        var ahead = Duration.between(real, next).toMillis() + 1; // at the moment or after it, never before
        var offset = rows.raise(walk, ahead, real);
        if (offset == null) {
            throw ProblemException.conflict(
                    "move-overtaken", "Somebody else moved the clock meanwhile; read it again.");
        }
        broadcast.tell(MovedClocks.TOPIC, practice);
        return offset;
    }
}
