package dev.kith.practice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** The tenant itself. Its own id is its wall, so it is no {@code PracticeOwned}; row-level security shows the one row. */
@Entity
@Table(name = "practice")
class Practice {
    @Id
    UUID id;

    String name;

    @Column(name = "time_zone")
    String timeZone;

    String language;

    @Column(updatable = false)
    boolean demo;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Version
    int version;

    @SuppressWarnings("NullAway") // Hibernate fills it
    protected Practice() {}

    Practice(UUID id, FoundPractice request, Instant at) {
        this.id = id;
        this.name = request.name();
        this.timeZone = request.timeZone();
        this.language = request.language();
        this.demo = request.demo();
        this.createdAt = at;
    }
}
