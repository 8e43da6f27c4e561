package dev.kith.alert;

import dev.kith.jobs.TimedWork;
import dev.kith.security.Caller;
import dev.kith.tenancy.Practices;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Places on care teams that end by their date: nobody does anything on that day, and alerts pass on all the same. */
@ApplicationScoped
@Priority(40) // before anything goes on to others, so that it begins with who owns it now
class Departures implements TimedWork {
    private static final int AT_ONCE = 200;

    @Inject
    LeftAlerts alerts;

    @Inject
    PassingOn passingOn;

    @Inject
    Practices practices;

    @Inject
    Clock clock;

    @Override
    public Optional<Instant> nextAfter(Instant moment) throws SQLException {
        return alerts.nextAfter(moment);
    }

    @Override
    public boolean tick() throws SQLException {
        return step(clock.instant());
    }

    /** Whether more is to be passed on. */
    boolean step(Instant now) throws SQLException {
        var left = alerts.leftByDay(now, AT_ONCE);
        var itself = Caller.system(practices.current().orElseThrow());
        var passed = passingOn.pass(itself, left, PassingOn.Reason.OWNER_LEFT_CARE_TEAM, now);
        return passed == AT_ONCE;
    }
}
