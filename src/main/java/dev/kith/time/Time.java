package dev.kith.time;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Real time. Ticks in microseconds, as PostgreSQL keeps them. */
class Time {

    @Produces
    @Singleton
    @RealTime
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    }
}
