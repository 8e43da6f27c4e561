package dev.kith.assignment;

import dev.kith.outbox.Outbox;
import dev.kith.recurrence.BadSchedule;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Puts work off by days, and lets held work go on. In its caller's transaction, which has the client's turn; who changed something settles it. */
@ApplicationScoped
class Postponing {
    @Inject
    Assigning assigning;

    @Inject
    Tasks tasks;

    @Inject
    Scheduling scheduling;

    @Inject
    ScheduleBook book;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /** So many days later. What opened while it was paused, nobody could do: that moves, too. */
    void later(Caller caller, Assignment one, ScheduleView kept, long days, ScheduleChange why) throws SQLException {
        var since = one.pausedAt == null ? clock.instant() : one.pausedAt;
        later(caller, one, kept, days, since, Instant.MIN, why);
    }

    /** Empty, and told as an event, where it would end before it starts: somebody gave it an end of its own. */
    private Optional<ScheduleView> later(Assignment one, ScheduleView kept, long days) {
        try {
            return Optional.of(kept.later(days));
        } catch (BadSchedule over) {
            outbox.put("assignment.not-moved", one.id, one.clientId, Map.of());
            return Optional.empty();
        }
    }

    /**
     * Lets held work go on. What recurs goes on by its own days. Else what was open when it was held stays open for as long as that was, and what was to come
     * comes as much later; and what had not begun comes in its time, or from today where that has passed.
     */
    void goOn(Caller caller, Assignment one, ScheduleChange why) throws SQLException {
        var now = clock.instant();
        var since = Objects.requireNonNull(one.pausedAt);
        var zone = ZoneId.of(one.timeZone);
        var kept = book.of(one);
        if (kept.rrule() != null && !Scheduling.isOver(kept.engine(), now)) {
            assigning.become(caller, one, AssignmentState.ACTIVE, null);
            return;
        }
        var began = hadBegun(one, kept, since);
        var from = began
                ? LocalDate.ofInstant(since, zone)
                : LocalDateTime.parse(kept.start()).toLocalDate();
        var days = ChronoUnit.DAYS.between(from, LocalDate.ofInstant(now, zone));
        if (days <= 0) {
            assigning.become(caller, one, AssignmentState.ACTIVE, null);
            return;
        }
        if (began) {
            tasks.openAt(one.id, since).forEach(task -> task.staysOpenLonger(days));
        }
        assigning.become(caller, one, AssignmentState.ACTIVE, null);
        var after = began ? since.atZone(zone).plusDays(days).toInstant() : Instant.MIN;
        later(caller, one, kept, days, since, after, why);
    }

    /** Whether its first task had opened by then. */
    static boolean hadBegun(Assignment one, ScheduleView kept, Instant moment) {
        return !LocalDateTime.parse(kept.start()).isAfter(LocalDateTime.ofInstant(moment, ZoneId.of(one.timeZone)));
    }

    /** So many days later, without what opened since a moment in which nobody could do it. */
    void later(
            Caller caller,
            Assignment one,
            ScheduleView kept,
            long days,
            Instant since,
            Instant after,
            ScheduleChange why)
            throws SQLException {
        var moved = later(one, kept, days);
        if (moved.isPresent()) {
            tasks.withdrawOpenedSince(one.id, since, clock.instant());
            scheduling.resume(caller, one, moved.get(), after, why);
            scheduling.tell(caller, one);
        }
    }
}
