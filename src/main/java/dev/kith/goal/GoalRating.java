package dev.kith.goal;

import dev.kith.security.Caller;
import dev.kith.tenancy.PracticeOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where somebody saw the client, on the levels of one revision; only ever added. */
@Entity
@Table(name = "goal_rating")
class GoalRating extends PracticeOwned {
    @Id
    UUID id;

    @Column(name = "goal_id", updatable = false)
    UUID goalId;

    @Column(updatable = false)
    int revision;

    @Column(updatable = false)
    short level;

    @Column(updatable = false)
    String author;

    @Column(updatable = false)
    @Nullable
    String note;

    @Column(name = "rated_at", updatable = false)
    Instant ratedAt;

    @Column(name = "told_by", updatable = false)
    UUID toldBy;

    @Column(name = "told_at", updatable = false)
    Instant toldAt;

    @SuppressWarnings("NullAway") // Hibernate fills it
    protected GoalRating() {}

    GoalRating(UUID id, UUID goalId, Seen seen, Caller by, Instant now) {
        this.id = id;
        this.goalId = goalId;
        this.revision = seen.revision();
        this.level = (short) seen.level();
        this.author = GoalAuthor.of(by).code();
        this.note = seen.note();
        this.ratedAt = seen.at();
        this.toldBy = by.id();
        this.toldAt = now;
    }

    /** What somebody saw, and when. */
    record Seen(
            int revision, int level, Instant at, @Nullable String note) {}
}
