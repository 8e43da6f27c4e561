package dev.kith.practice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

    @Column(name = "use_setting")
    @Nullable
    String useSetting;

    @Column(name = "use_commercial")
    @Nullable
    Boolean useCommercial;

    @Column(name = "use_country")
    @Nullable
    String useCountry;

    @Column(name = "four_eyes")
    boolean fourEyes;

    @Column(name = "switched_off")
    String[] switchedOff = {};

    @Column(updatable = false)
    boolean demo;

    @Column(updatable = false)
    boolean sandbox;

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
        this.sandbox = request.sandbox();
        this.createdAt = at;
    }

    /** What it has declared; null until it has. */
    @Nullable
    PracticeUse use() {
        return useSetting == null || useCommercial == null
                ? null
                : new PracticeUse(PracticeUse.Setting.of(useSetting), useCommercial, useCountry);
    }

    void declare(@Nullable PracticeUse use) {
        useSetting = use == null ? null : use.setting().code();
        useCommercial = use == null ? null : use.commercial();
        useCountry = use == null ? null : use.country();
    }
}
