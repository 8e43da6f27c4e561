package dev.kith.assignment;

import dev.kith.tenancy.PracticeOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One occurrence of an assignment, with its own window: wall time and instants. */
@Entity
@Table(name = "task")
class Task extends PracticeOwned {
    @Id
    UUID id;

    @Column(name = "assignment_id", updatable = false)
    UUID assignmentId;

    @Column(name = "client_id", updatable = false)
    UUID clientId;

    @Column(name = "schedule_revision", updatable = false)
    int scheduleRevision;

    @Column(name = "starts_local", updatable = false)
    LocalDateTime startsLocal;

    @Column(name = "time_zone", updatable = false)
    String timeZone;

    @Column(updatable = false)
    String shifted;

    @Column(name = "opens_at")
    Instant opensAt;

    @Column(name = "due_at")
    Instant dueAt;

    @Column(name = "closes_at")
    Instant closesAt;

    @Column(updatable = false)
    short ordinal;

    @Column(name = "late_after")
    Instant lateAfter;

    @Column(name = "idle_for", updatable = false)
    @Nullable
    String idleFor;

    @Column(name = "last_activity_at")
    @Nullable
    Instant lastActivityAt;

    @Column(name = "snoozed_until")
    @Nullable
    Instant snoozedUntil;

    @Column(name = "response_id")
    @Nullable
    UUID responseId;

    @Column(name = "ended_as")
    @Nullable
    String endedAs;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Column(name = "log_id")
    @Nullable
    UUID logId;

    @Column(name = "ended_why")
    @Nullable
    String endedWhy;

    @Nullable
    String barrier;

    @Column(name = "barrier_note")
    @Nullable
    String barrierNote;

    /** By our clock; null where it is not skipped, and of what was skipped before this was kept. */
    @Column(name = "skipped_at")
    @Nullable
    Instant skippedAt;

    /** Of the app that sent a skip late. */
    @Column(name = "client_clock_ahead_ms")
    @Nullable
    Long clientClockAheadMs;

    boolean late;

    @SuppressWarnings("NullAway") // made by TaskMaker, read by Hibernate
    protected Task() {}

    TaskState state(Instant now) {
        return TaskState.at(now, endedAs, opensAt, closesAt);
    }

    /** So many days more, after a pause in which nobody could do it. */
    void staysOpenLonger(long days) {
        dueAt = later(dueAt, days);
        lateAfter = later(lateAfter, days);
        closesAt = later(closesAt, days);
        endedAs = null;
        endedAt = null;
        endedWhy = null;
    }

    private Instant later(Instant moment, long days) {
        return moment.atZone(ZoneId.of(timeZone)).plusDays(days).toInstant();
    }

    /** Not now: reminders wait, the window stays. */
    void snooze(Instant until, Instant now) {
        snoozedUntil = until;
        lastActivityAt = now;
    }

    /**
     * Not this time, and what stood in the way.
     *
     * @param at when that was said, by our clock
     * @param ahead of our clock, the app's; null where it is said at once
     */
    void skip(Barrier what, @Nullable String note, Instant at, @Nullable Duration ahead, Instant now) {
        endedAs = TaskState.SKIPPED.code();
        endedAt = now.truncatedTo(ChronoUnit.MICROS);
        barrier = what.code();
        barrierNote = note;
        skippedAt = at.truncatedTo(ChronoUnit.MICROS);
        clientClockAheadMs = ahead == null ? null : Long.valueOf(ahead.toMillis());
    }
}
