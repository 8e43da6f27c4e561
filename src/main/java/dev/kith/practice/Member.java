package dev.kith.practice;

import dev.kith.tenancy.PracticeOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A person who works for the practice. Never removed: what they did names them. */
@Entity
@Table(name = "member")
class Member extends PracticeOwned {
    @Id
    UUID id;

    @Column(name = "display_name")
    String displayName;

    @Nullable
    String email;

    @Nullable
    String language;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "roles")
    String[] roles;

    @Column(name = "supervisor_id")
    @Nullable
    UUID supervisorId;

    @Column(name = "external_id")
    @Nullable
    String externalId;

    @Column(name = "disabled_at")
    @Nullable
    Instant disabledAt;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Version
    int version;

    @SuppressWarnings("NullAway") // Hibernate fills it
    protected Member() {}

    Member(UUID id, EmployMember request, Instant at) {
        this.id = id;
        this.displayName = request.displayName();
        this.email = request.email();
        this.language = request.language();
        this.roles = MemberRole.codes(request.roles()).toArray(String[]::new);
        this.supervisorId = request.supervisorId();
        this.externalId = request.externalId();
        this.createdAt = at;
    }

    boolean holds(MemberRole role) {
        return List.of(roles).contains(role.code());
    }

    boolean isAdminNow() {
        return disabledAt == null && holds(MemberRole.ADMIN);
    }

    /** Whether clients may be looked after by them. */
    boolean isClinical() {
        return holds(MemberRole.CLINICIAN) || holds(MemberRole.SUPERVISOR);
    }

    boolean isClinicalNow() {
        return disabledAt == null && isClinical();
    }

    /** Disabled stays disabled since the first time; enabling forgets it. */
    void disable(boolean wanted, Instant now) {
        if (wanted && disabledAt == null) {
            disabledAt = now;
        } else if (!wanted) {
            disabledAt = null;
        }
    }

    /** All that a request for a whole member says. */
    void become(EmployMember request) {
        displayName = request.displayName();
        email = request.email();
        language = request.language();
        become(MemberRole.codes(request.roles()));
        supervisorId = request.supervisorId();
    }

    void become(List<String> newRoles) {
        if (!newRoles.equals(List.of(roles))) {
            roles = newRoles.toArray(String[]::new);
        }
    }
}
