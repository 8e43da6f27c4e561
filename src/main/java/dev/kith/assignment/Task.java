package dev.kith.assignment;

import dev.kith.recurrence.Window;
import dev.kith.tenancy.PracticeOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
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

    @Column(name = "response_id")
    @Nullable
    UUID responseId;

    @Column(name = "ended_as")
    @Nullable
    String endedAs;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @SuppressWarnings("NullAway") // Hibernate fills it
    protected Task() {}

    Task(UUID id, Assignment assignment, Window window) {
        this.id = id;
        this.assignmentId = assignment.id;
        this.clientId = assignment.clientId;
        this.scheduleRevision = assignment.scheduleRevision;
        this.startsLocal = window.local();
        this.timeZone = window.zone().getId();
        this.shifted = window.shifted().name().toLowerCase(Locale.ROOT);
        this.opensAt = window.opensAt();
        this.dueAt = window.dueAt();
        this.closesAt = window.closesAt();
    }

    TaskState state(Instant now) {
        return TaskState.at(now, endedAs, opensAt, closesAt);
    }
}
