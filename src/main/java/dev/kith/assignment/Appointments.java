package dev.kith.assignment;

import dev.kith.paging.Cursor;
import dev.kith.problem.ProblemException;
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

    /** What a schedule hangs on; null when it hangs on a date. */
    @Nullable
    Appointment anchorOf(UUID client, @Nullable AskedSchedule schedule) {
        if (schedule == null || schedule.anchor() == null) {
            return null;
        }
        return find(
                        "clientId = ?1 and externalId = ?2",
                        client,
                        schedule.anchor().appointment())
                .withLock(LockModeType.PESSIMISTIC_READ) // it does not move between here and the assignment
                .<Appointment>firstResultOptional()
                .filter(appointment -> appointment.cancelledAt == null)
                .orElseThrow(() -> ProblemException.invalid(
                        "/schedule/anchor/appointment",
                        "unknown-appointment",
                        "No appointment of this client has this external id; tell of it first."));
    }
}
