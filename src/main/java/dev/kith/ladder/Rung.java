package dev.kith.ladder;

import dev.kith.ladder.LadderCourse.RungFact;
import dev.kith.tenancy.PracticeOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One ask. What was tried keeps its words, so that the tries stay true. */
@Entity
@Table(name = "rung")
class Rung extends PracticeOwned {
    /** From the bottom: by what is predicted; where that is equal, as they were given. */
    static final Comparator<Rung> FROM_THE_BOTTOM = Comparator.<Rung>comparingInt(rung -> rung.predicted)
            .thenComparingInt(rung -> rung.position)
            .thenComparing(rung -> rung.id);

    @Id
    UUID id;

    @Column(name = "ladder_id", updatable = false)
    UUID ladderId;

    String text;
    int predicted;
    int position;

    @Column(name = "retired_at")
    @Nullable
    Instant retiredAt;

    @SuppressWarnings("NullAway") // Hibernate fills it
    protected Rung() {}

    Rung(UUID id, UUID ladderId, String text, int predicted, int position) {
        this.id = id;
        this.ladderId = ladderId;
        this.text = text;
        this.predicted = predicted;
        this.position = position;
    }

    boolean isLive() {
        return retiredAt == null;
    }

    RungFact fact() {
        return new RungFact(id, predicted, position, isLive());
    }
}
