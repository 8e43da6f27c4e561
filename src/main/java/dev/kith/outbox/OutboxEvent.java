package dev.kith.outbox;

import dev.kith.tenancy.PracticeOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One event that waits for its delivery. */
@Entity
@Table(name = "outbox_event")
class OutboxEvent extends PracticeOwned {
    @Id
    UUID id;

    String kind;

    @Column(name = "about_id")
    UUID aboutId;

    @Column(name = "client_id")
    @Nullable
    UUID clientId;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, Object> payload;

    @Column(name = "occurred_at")
    Instant occurredAt;

    @SuppressWarnings("NullAway") // Hibernate fills it
    protected OutboxEvent() {}

    OutboxEvent(UUID id, String kind, UUID aboutId, @Nullable UUID clientId, Map<String, Object> payload, Instant at) {
        this.id = id;
        this.kind = kind;
        this.aboutId = aboutId;
        this.clientId = clientId;
        this.payload = payload;
        this.occurredAt = at;
    }
}
