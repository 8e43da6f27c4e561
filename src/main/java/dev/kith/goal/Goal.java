package dev.kith.goal;

import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import dev.kith.tenancy.PracticeOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a goal stands. What it says is in its revisions. Its version changes with whatever is shown of it, ratings too. */
@Entity
@Table(name = "goal")
class Goal extends PracticeOwned {
    @Id
    UUID id;

    @Column(name = "client_id", updatable = false)
    UUID clientId;

    private String state;

    /** One of three while it is active, each held by one goal of the client: the database lets in no fourth. */
    @Nullable
    private Short place;

    /** The one that counts now. */
    int revision;

    @Column(name = "review_on")
    LocalDate reviewOn;

    @Column(updatable = false)
    String author;

    @Column(name = "made_by", updatable = false)
    UUID madeBy;

    @Column(name = "made_at", updatable = false)
    Instant madeAt;

    @Column(name = "agreed_by")
    @Nullable
    UUID agreedBy;

    @Column(name = "agreed_at")
    @Nullable
    Instant agreedAt;

    @Column(name = "ended_by")
    @Nullable
    UUID endedBy;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Nullable
    String reason;

    @Column(name = "changed_at")
    Instant changedAt;

    @Version
    int version;

    @SuppressWarnings("NullAway") // Hibernate fills it
    protected Goal() {}

    Goal(UUID id, UUID clientId, LocalDate reviewOn, Caller by, Instant now) {
        this.id = id;
        this.clientId = clientId;
        this.state = GoalState.PROPOSED.code();
        this.revision = 1;
        this.reviewOn = reviewOn;
        this.author = GoalAuthor.of(by).code();
        this.madeBy = by.id();
        this.madeAt = now;
        this.changedAt = now;
    }

    GoalState state() {
        return GoalState.of(state);
    }

    @Nullable
    Short place() {
        return place;
    }

    /** Counts from now on, in a place that is free. */
    void agree(short free, UUID by, Instant now) {
        if (state() != GoalState.PROPOSED) {
            throw ProblemException.conflict("not-proposed", "Only a proposed goal is agreed to.");
        }
        state = GoalState.ACTIVE.code();
        place = free;
        agreedBy = by;
        agreedAt = now;
    }

    /** For good; its place is free again. */
    void end(GoalState as, @Nullable String why, UUID by, Instant now) {
        requireGoingOn();
        if (as == GoalState.ACHIEVED && state() != GoalState.ACTIVE) {
            throw ProblemException.conflict("not-active", "Only an active goal is achieved.");
        }
        state = as.code();
        place = null;
        reason = why;
        endedBy = by;
        endedAt = now;
    }

    void requireGoingOn() {
        if (state().isOver()) {
            throw ProblemException.conflict("ended", "This goal has ended; write a new one.");
        }
    }

    /** Of those that count, or counted until they were achieved: how it lasts is worth knowing. */
    void requireRateable() {
        if (state() == GoalState.PROPOSED || state() == GoalState.CLOSED) {
            throw ProblemException.conflict("not-rated-now", "Active and achieved goals are rated.");
        }
    }

    /** Always later than before, so that whoever read it knows. */
    void touch(Instant now) {
        changedAt = now.isAfter(changedAt) ? now : changedAt.plusNanos(1_000);
    }
}
