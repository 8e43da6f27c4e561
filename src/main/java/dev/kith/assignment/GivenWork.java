package dev.kith.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What other rooms ask about the work that a client was given. */
@ApplicationScoped
public class GivenWork {
    @Inject
    WorkGiven given;

    @Inject
    Clock clock;

    /** Whether an assignment of this exercise is active. */
    public boolean hasActive(UUID client, String exercise) {
        return !given.activeOf(client, exercise).isEmpty();
    }

    /** Why tasks of this exercise that opened in the period were skipped, and how often, the most frequent first. */
    public Map<String, Long> barriers(UUID client, String exercise, Instant from, Instant to) {
        var barriers = new LinkedHashMap<String, Long>();
        given.barriers(client, exercise, from, to).forEach(row -> barriers.put(row.barrier(), row.times()));
        return barriers;
    }

    /** When the last appointment began that has begun and was not cancelled, also when we were told of it afterwards. */
    public Optional<Instant> lastAppointmentOf(UUID client) {
        return given.begunAppointments(client, clock.instant()).stream().findFirst();
    }

    /** Of those of which we were told before they began, with the start that they have: nobody opens anything by telling of one. */
    public Optional<Instant> lastForetoldAppointmentOf(UUID client) {
        return given.foretoldAppointments(client, clock.instant()).stream().findFirst();
    }
}
