package dev.kith.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.UUID;
import org.hibernate.jpa.HibernateHints;

/**
 * One after the other, for each client: whoever changes what a client is to do, or does some of it, holds the client's row from
 * before the first thing that they read of it until their transaction ends. Everything else is locked after that, so that nobody
 * waits for somebody who waits for them, and each sees what the one before them did.
 */
@ApplicationScoped
public class ClientTurns {
    private static final String TURN =
            "select 1 from client where practice_id = kith_practice() and id = :client for no key update";

    @Inject
    EntityManager entities;

    @Inject
    TransactionSynchronizationRegistry transaction;

    private record Held(UUID client) {}

    /**
     * Waits for the turn; whoever has it already, has it without asking again. Nothing is said about a client who is not there;
     * asking who may see them does that.
     */
    public void take(UUID client) {
        if (transaction.getResource(new Held(client)) != null) {
            return;
        }
        entities.createNativeQuery(TURN)
                .setHint(HibernateHints.HINT_NATIVE_SPACES, new String[] {"client"})
                .setParameter("client", client)
                .getResultList();
        taken(client);
    }

    /** Says that a statement of one's own has taken the turn: it holds the client's row until the running transaction ends. */
    public void taken(UUID client) {
        transaction.putResource(new Held(client), true);
    }
}
