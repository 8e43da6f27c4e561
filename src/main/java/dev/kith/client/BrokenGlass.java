package dev.kith.client;

import dev.kith.tenancy.PracticeOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A record that was opened by somebody who does not care for the client, with a reason and an end. Never changed. */
@Entity
@Table(name = "broken_glass")
class BrokenGlass extends PracticeOwned {
    @Id
    UUID id;

    @Column(name = "client_id", updatable = false)
    UUID clientId;

    @Column(name = "member_id", updatable = false)
    UUID memberId;

    @Column(updatable = false)
    String reason;

    @Column(name = "opened_at", updatable = false)
    Instant openedAt;

    @Column(name = "closes_at", updatable = false)
    Instant closesAt;

    @SuppressWarnings("NullAway") // Hibernate fills it
    protected BrokenGlass() {}

    BrokenGlass(UUID id, UUID clientId, UUID memberId, BreakGlass request, Instant now) {
        this.id = id;
        this.clientId = clientId;
        this.memberId = memberId;
        this.reason = request.reason();
        this.openedAt = now;
        this.closesAt = now.plus(request.time());
    }
}
