package dev.kith.assignment;

import dev.kith.paging.Cursor;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Appointments of the practice's clients. */
@ApplicationScoped
class Appointments implements PanacheRepositoryBase<Appointment, UUID> {
    Optional<Appointment> findOf(UUID client, String externalId) {
        return find("clientId = ?1 and externalId = ?2", client, externalId).firstResultOptional();
    }

    /** Newest first, one more than asked for. */
    List<Appointment> pageOf(UUID client, @Nullable Cursor after, int limit) {
        var query = after == null
                ? find("clientId = ?1 order by startsAt desc, id desc", client)
                : find(
                        "clientId = ?1 and (startsAt, id) < (?2, ?3) order by startsAt desc, id desc",
                        client,
                        after.instant(0),
                        after.uuid(1));
        return query.range(0, limit).list();
    }

    /** Held, so that it does not move before what hangs on it is written; not one that is cancelled. */
    Optional<Appointment> findStanding(UUID client, String externalId) {
        return find("clientId = ?1 and externalId = ?2", client, externalId)
                .withLock(LockModeType.PESSIMISTIC_READ)
                .<Appointment>firstResultOptional()
                .filter(appointment -> appointment.cancelledAt == null);
    }
}
