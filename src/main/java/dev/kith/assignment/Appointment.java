package dev.kith.assignment;

import dev.kith.tenancy.PracticeOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An appointment as practice software told of it last. */
@Entity
@Table(name = "appointment")
class Appointment extends PracticeOwned {
    @Id
    UUID id;

    @Column(name = "client_id", updatable = false)
    UUID clientId;

    @Column(name = "external_id", updatable = false)
    String externalId;

    @Column(name = "starts_at")
    Instant startsAt;

    @Column(name = "time_zone")
    String timeZone;

    @Column(name = "cancelled_at")
    @Nullable
    Instant cancelledAt;

    @Column(name = "told_at")
    Instant toldAt;

    /** Since when it has been said without a break that it takes place and starts then. */
    @Column(name = "start_told_at")
    Instant startToldAt;

    @Version
    int version;

    @SuppressWarnings("NullAway") // Hibernate fills it
    protected Appointment() {}

    Appointment(UUID id, UUID clientId, String externalId, Instant startsAt, String timeZone, Instant toldAt) {
        this.id = id;
        this.clientId = clientId;
        this.externalId = externalId;
        this.startsAt = startsAt;
        this.timeZone = timeZone;
        this.toldAt = toldAt;
        this.startToldAt = toldAt;
    }

    /** Whether anything about it is another now. */
    boolean become(TellAppointment told, String zone, Instant now) {
        var cancelled = told.cancelled() != null && told.cancelled();
        if (startsAt.equals(told.startsAt()) && timeZone.equals(zone) && cancelled == (cancelledAt != null)) {
            return false;
        }
        if (!startsAt.equals(told.startsAt()) || (cancelledAt != null && !cancelled)) {
            startToldAt = now;
        }
        startsAt = told.startsAt();
        timeZone = zone;
        if (cancelled != (cancelledAt != null)) {
            cancelledAt = cancelled ? now : null;
        }
        toldAt = now;
        return true;
    }
}
