package dev.kith.ladder;

import dev.kith.exercise.PublishedExercise;
import dev.kith.tenancy.PracticeOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A client's own list of asks. Its version changes with whatever is shown of it, tries too. */
@Entity
@Table(name = "ladder")
class Ladder extends PracticeOwned {
    @Id
    UUID id;

    @Column(name = "client_id", updatable = false)
    UUID clientId;

    @Column(name = "exercise_practice_id", updatable = false)
    UUID exercisePracticeId;

    @Column(name = "exercise_key", updatable = false)
    String exerciseKey;

    @Column(name = "exercise_version", updatable = false)
    int exerciseVersion;

    @Nullable
    String title;

    @Column(name = "made_by", updatable = false)
    UUID madeBy;

    @Column(name = "made_at", updatable = false)
    Instant madeAt;

    @Column(name = "changed_at")
    Instant changedAt;

    @Version
    int version;

    @SuppressWarnings("NullAway") // Hibernate fills it
    protected Ladder() {}

    Ladder(UUID id, UUID clientId, PublishedExercise exercise, @Nullable String title, UUID by, Instant now) {
        this.id = id;
        this.clientId = clientId;
        this.exercisePracticeId = exercise.owner();
        this.exerciseKey = exercise.key();
        this.exerciseVersion = exercise.version();
        this.title = title;
        this.madeBy = by;
        this.madeAt = now;
        this.changedAt = now;
    }

    /** Always later than before, so that whoever read it knows. */
    void touch(Instant now) {
        changedAt = now.isAfter(changedAt) ? now : changedAt.plusNanos(1_000);
    }
}
