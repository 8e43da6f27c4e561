package dev.kith.client;

import dev.kith.json.Given;
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

/** A member's place on the care team of a client. What has been stays: days that are over do not change. */
@Entity
@Table(name = "care_team_member")
class CareTeamMember extends PracticeOwned {
    @Id
    UUID id;

    @Column(name = "client_id", updatable = false)
    UUID clientId;

    @Column(name = "member_id", updatable = false)
    UUID memberId;

    String role;

    @Column(name = "from_on", updatable = false)
    LocalDate fromOn;

    @Column(name = "until_on")
    @Nullable
    LocalDate untilOn;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Version
    int version;

    @SuppressWarnings("NullAway") // Hibernate fills it
    protected CareTeamMember() {}

    CareTeamMember(UUID id, UUID clientId, AddToCareTeam request, LocalDate today, Instant at) {
        this.id = id;
        this.clientId = clientId;
        this.memberId = request.memberId();
        this.role = request.role().code();
        this.fromOn = request.from() == null ? today : request.from();
        this.untilOn = request.until();
        this.createdAt = at;
        requireOrder();
    }

    void become(ReviseCareTeam request, LocalDate today) {
        if (untilOn != null && !untilOn.isAfter(today)) {
            throw ProblemException.conflict("ended", "This has ended; add the member anew.");
        }
        if (request.until() != null) {
            var until = request.until().value();
            if (until != null && until.isBefore(today)) {
                throw ProblemException.invalid(
                        "/until", "past", "Days that are over do not change; today ends it now.");
            }
            untilOn = until;
        }
        var wanted = Given.orKeep(request.role(), CareTeamRole.of(role));
        if (!wanted.code().equals(role)) {
            if (fromOn.isBefore(today)) {
                throw ProblemException.conflict(
                        "begun", "This has begun; end it and add the member in the other role.");
            }
            role = wanted.code();
        }
        requireOrder();
    }

    boolean isOn(LocalDate day) {
        return !fromOn.isAfter(day) && (untilOn == null || untilOn.isAfter(day));
    }

    /** Whether they share a day in the same role. */
    boolean overlaps(CareTeamMember other) {
        return memberId.equals(other.memberId)
                && role.equals(other.role)
                && (other.untilOn == null || fromOn.isBefore(other.untilOn))
                && (untilOn == null || other.fromOn.isBefore(untilOn));
    }

    private void requireOrder() {
        if (untilOn != null && untilOn.isBefore(fromOn)) {
            throw ProblemException.invalid("/until", "before-from", "They leave on the day they join or later.");
        }
    }
}
