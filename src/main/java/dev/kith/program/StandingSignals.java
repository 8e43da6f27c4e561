package dev.kith.program;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * On which measures a client is reliably worse than at first. Asked here, answered by whoever judges signals, a storey higher; else the arrow would point
 * up.
 */
public interface StandingSignals {
    /**
     * A signal that stands.
     *
     * @param questionnaire whose scale it is about
     * @param since when the answers were given in which it is seen
     */
    record Worse(String questionnaire, Instant since) {}

    /** By the answers that are there now, those of the running transaction too; whoever gave them. */
    List<Worse> reliablyWorse(UUID client) throws SQLException;
}
