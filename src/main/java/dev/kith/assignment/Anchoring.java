package dev.kith.assignment;

import dev.kith.audit.Audit;
import dev.kith.client.ClientDirectory;
import dev.kith.client.ClientTurns;
import dev.kith.idempotency.Turns;
import dev.kith.outbox.Outbox;
import dev.kith.paging.Cursor;
import dev.kith.paging.Slice;
import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import dev.kith.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Practice software tells of appointments; work that hangs on one moves with it, as far as nobody has opened it. */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
class Anchoring {
    private static final long FURTHEST_DAYS = 3 * 366L;

    @Inject
    Appointments appointments;

    @Inject
    Assignments assignments;

    @Inject
    Scheduling scheduling;

    @Inject
    ClientDirectory clients;

    @Inject
    ClientTurns clientTurns;

    @Inject
    Turns turns;

    @Inject
    Audit audit;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /** What was told, and whether it is new. */
    record Told(AppointmentView view, boolean created) {}

    /** The same again changes nothing. */
    Told tell(Caller caller, UUID clientId, String externalId, TellAppointment told) throws SQLException {
        turns.take(caller, "appointment " + clientId + " " + externalId);
        clientTurns.take(clientId);
        var client = clients.requireCaredForBy(caller, clientId).requireActive();
        requireNear(told.startsAt());
        var zone = told.timeZone() == null ? client.timeZone().getId() : told.timeZone();
        var now = clock.instant();
        var known = appointments.findOf(clientId, externalId).orElse(null);
        var appointment =
                known == null ? new Appointment(Ids.next(), clientId, externalId, told.startsAt(), zone, now) : known;
        var startedAt = appointment.startsAt;
        var changed = appointment.become(told, zone, now) || known == null;
        appointments.persistAndFlush(appointment);
        var anchored = assignments.anchoredTo(appointment.id);
        if (changed) {
            if (known != null && !startedAt.equals(appointment.startsAt)) {
                var start = new Anchor.OfAppointment(appointment.id, appointment.startsAt);
                scheduling.follow(caller, anchored, start, ScheduleChange.APPOINTMENT_MOVED);
            }
            outbox.put("appointment.told", appointment.id, clientId, Map.of("assignments", anchored.size()));
            audit.wrote(caller, "appointment.told", "appointment", appointment.id, clientId);
        }
        assignments.flush();
        return new Told(AppointmentView.of(appointment, anchored.size()), known == null);
    }

    Slice<AppointmentView> list(Caller caller, UUID clientId, @Nullable Cursor after, int limit) {
        clients.requireCaredForBy(caller, clientId);
        audit.read(caller, "appointments.listed", "client", clientId, clientId);
        var counts = assignments.countByAppointment(clientId);
        return Slice.of(appointments.pageOf(clientId, after, limit), limit, a -> Cursor.of(a.startsAt, a.id))
                .map(a -> AppointmentView.of(a, counts.getOrDefault(a.id, 0)));
    }

    private void requireNear(Instant startsAt) {
        var now = clock.instant();
        if (startsAt.isBefore(now.minus(FURTHEST_DAYS, ChronoUnit.DAYS))
                || startsAt.isAfter(now.plus(FURTHEST_DAYS, ChronoUnit.DAYS))) {
            throw ProblemException.invalid("/startsAt", "out-of-range", "Within three years of today.");
        }
    }
}
