package dev.kith.assignment;

import dev.kith.tenancy.PracticeOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What was said about a gate of exercises; the newest word counts, the others stay. */
@Entity
@Immutable
@Table(name = "gate_word")
class GateWord extends PracticeOwned {
    @Id
    UUID id;

    @Column(name = "client_id")
    UUID clientId;

    String gate;

    boolean opens;

    @Column(name = "said_by")
    UUID saidBy;

    @Column(name = "said_at")
    Instant saidAt;

    @Column(name = "by_clinician")
    boolean byClinician;

    @Column(name = "response_id")
    @Nullable
    UUID responseId;

    @Nullable
    String reason;

    @SuppressWarnings("NullAway") // Hibernate fills it
    protected GateWord() {}

    private GateWord(UUID id, UUID clientId, String gate, boolean opens, UUID saidBy, Instant saidAt) {
        this.id = id;
        this.clientId = clientId;
        this.gate = gate;
        this.opens = opens;
        this.saidBy = saidBy;
        this.saidAt = saidAt;
    }

    static GateWord ofAnswer(
            UUID id, UUID clientId, String gate, boolean opens, UUID saidBy, Instant saidAt, UUID response) {
        var word = new GateWord(id, clientId, gate, opens, saidBy, saidAt);
        word.responseId = response;
        return word;
    }

    static GateWord ofClinician(
            UUID id, UUID clientId, String gate, boolean opens, UUID saidBy, Instant saidAt, String reason) {
        var word = new GateWord(id, clientId, gate, opens, saidBy, saidAt);
        word.byClinician = true;
        word.reason = reason;
        return word;
    }
}
