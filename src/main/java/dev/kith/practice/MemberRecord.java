package dev.kith.practice;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member, for other rooms.
 *
 * @param roles codes, as in {@code dev.kith.security.Roles}
 * @param supervisorId who sees this member's caseload too
 */
public record MemberRecord(
        UUID id,
        String displayName,
        @Nullable String email,
        Set<String> roles,
        boolean disabled,
        @Nullable UUID supervisorId) {

    static MemberRecord of(Member m) {
        return new MemberRecord(m.id, m.displayName, m.email, Set.of(m.roles), m.disabledAt != null, m.supervisorId);
    }
}
