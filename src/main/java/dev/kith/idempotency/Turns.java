package dev.kith.idempotency;

import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/** Takes turns where no row is there yet to wait for: until the running transaction ends, no other has the same name. */
@ApplicationScoped
public class Turns {
    @Inject
    EntityManager entities;

    /** Waits for the turn; names are of the caller's practice. Two names may meet in one turn, which only costs time. */
    public void take(Caller caller, String name) {
        entities.createNativeQuery("select 1 from (select pg_advisory_xact_lock(hashtextextended(:name, 0))) turn")
                .setParameter("name", caller.practice() + " " + name)
                .getSingleResult();
    }
}
