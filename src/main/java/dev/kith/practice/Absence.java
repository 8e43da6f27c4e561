package dev.kith.practice;

import dev.kith.problem.ProblemException;
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

/** Days on which a member is away, and who stands in. Never removed: one that was taken back ends on its first day. */
@Entity
@Table(name = "member_absence")
class Absence extends PracticeOwned {
    private static final int LONGEST_YEARS = 3;

    @Id
    UUID id;

    @Column(name = "member_id", updatable = false)
    UUID memberId;

    @Column(name = "cover_id")
    @Nullable
    UUID coverId;

    @Column(name = "from_on", updatable = false)
    LocalDate fromOn;

    @Column(name = "until_on")
    LocalDate untilOn;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Version
    int version;

    @SuppressWarnings("NullAway") // Hibernate fills it
    protected Absence() {}

    Absence(UUID id, UUID memberId, TellAbsence request, Instant at) {
        this.id = id;
        this.memberId = memberId;
        this.coverId = request.coverId();
        this.fromOn = request.from();
        this.untilOn = request.until();
        this.createdAt = at;
        if (!untilOn.isAfter(fromOn)) {
            throw ProblemException.invalid("/until", "not-after-from", "They are back on a later day.");
        }
        requireSense();
    }

    void become(LocalDate until, @Nullable UUID cover) {
        untilOn = until;
        coverId = cover;
        requireSense();
    }

    /** Whether there is a day on which both hold; there is none in what was taken back. */
    boolean overlaps(Absence other) {
        return fromOn.isBefore(untilOn)
                && other.fromOn.isBefore(other.untilOn)
                && fromOn.isBefore(other.untilOn)
                && other.fromOn.isBefore(untilOn);
    }

    private void requireSense() {
        if (untilOn.isBefore(fromOn)) {
            throw ProblemException.invalid(
                    "/until", "before-from", "The first day at the earliest: then it is taken back.");
        }
        if (untilOn.isAfter(fromOn.plusYears(LONGEST_YEARS))) {
            throw ProblemException.invalid("/until", "too-long", "Three years at most.");
        }
        if (memberId.equals(coverId)) {
            throw ProblemException.invalid("/coverId", "themself", "Nobody stands in for themself.");
        }
    }
}
