package dev.kith.program;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Which critical answers of a client nobody has settled yet. Asked here, answered by whoever keeps alerts, a storey higher; else the arrow would point up. */
public interface OpenConcerns {
    /**
     * A critical answer.
     *
     * @param questionnaire that it was given to
     * @param rule that it met
     * @param since when it was seen to be critical
     */
    record Concern(UUID response, String questionnaire, String rule, Instant since) {}

    /** The oldest first. */
    List<Concern> of(UUID client);
}
