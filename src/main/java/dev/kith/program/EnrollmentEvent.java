package dev.kith.program;

import dev.kith.security.Caller;
import dev.kith.tenancy.PracticeOwned;
import dev.kith.time.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that happened to an enrolment; added, never changed. */
@Entity
@Table(name = "enrollment_event")
class EnrollmentEvent extends PracticeOwned {
    @Id
    UUID id;

    @Column(name = "enrollment_id", updatable = false)
    UUID enrollmentId;

    @Column(updatable = false)
    String what;

    @Column(updatable = false)
    @Nullable
    String step;

    @Column(updatable = false)
    @Nullable
    Short week;

    /** By how many days what was to come was moved. */
    @Column(updatable = false)
    @Nullable
    Integer days;

    @Column(updatable = false)
    @Nullable
    String reason;

    @Column(name = "made_by", updatable = false)
    UUID madeBy;

    @Column(name = "by_client", updatable = false)
    boolean byClient;

    @Column(name = "made_at", updatable = false)
    Instant madeAt;

    @SuppressWarnings("NullAway") // Hibernate fills it
    protected EnrollmentEvent() {}

    EnrollmentEvent(UUID enrollmentId, Deed deed, Caller by, Instant at) {
        this.id = Ids.next();
        this.enrollmentId = enrollmentId;
        this.what = deed.what();
        this.step = deed.step();
        this.week = deed.week() == null ? null : deed.week().shortValue();
        this.days = deed.days() == null ? null : (int) (long) deed.days();
        this.reason = deed.reason();
        this.madeBy = by.id();
        this.byClient = by.isClient();
        this.madeAt = at;
    }

    /** What was done, and why. */
    record Deed(
            String what,
            @Nullable String step,
            @Nullable Integer week,
            @Nullable Long days,
            @Nullable String reason) {
        static Deed of(String what, @Nullable String reason) {
            return new Deed(what, null, null, null, reason);
        }

        static Deed ofStep(String what, String step, @Nullable String reason) {
            return new Deed(what, step, null, null, reason);
        }

        Deed by(long moved) {
            return new Deed(what, step, week, moved, reason);
        }
    }
}
