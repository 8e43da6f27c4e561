package dev.kith.tenancy;

import dev.kith.time.RealTime;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The clock that the rooms of the clinic are given: that of the practice which the request, or the step of a job, is in. It
 * tells real time but for a sandbox that was moved ahead, and outside all practices.
 */
@Singleton
class PracticeClock extends Clock {
    private final Clock real;
    private final MovedClocks moved;

    @Inject
    PracticeClock(@RealTime Clock real, MovedClocks moved) {
        this.real = real;
        this.moved = moved;
    }

    @Override
    public Instant instant() {
        var practice = Practices.currentOrNull();
        var now = real.instant();
        return practice == null ? now : now.plusMillis(moved.offsetOf(practice));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new PracticeClock(real.withZone(zone), moved) {
            @Override
            public ZoneId getZone() {
                return zone;
            }
        };
    }
}
