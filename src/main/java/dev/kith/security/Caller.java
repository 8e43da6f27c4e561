package dev.kith.security;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, with the authority that the database gave them at this request.
 *
 * @param practice the practice they act in
 * @param id the account or integration
 * @param memberId set for members
 * @param clientId set for clients
 * @param scopes what an integration may do; empty for people
 * @param session the sign-in session; null for integrations and for the practice's own jobs
 */
public record Caller(
        UUID practice,
        UUID id,
        Kind kind,
        @Nullable UUID memberId,
        @Nullable UUID clientId,
        Set<String> roles,
        Set<String> scopes,
        @Nullable UUID session,
        String displayName) {

    /** What kind of principal; {@code SYSTEM} is the practice itself at work, never a token. */
    public enum Kind {
        MEMBER,
        CLIENT,
        INTEGRATION,
        SYSTEM;

        /** As it is written in the contract and in the database. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** The practice itself, for jobs and for the demo. */
    public static Caller system(UUID practice) {
        return new Caller(practice, practice, Kind.SYSTEM, null, null, Set.of(), Set.of(), null, "Kith");
    }

    public boolean is(String role) {
        return roles.contains(role);
    }

    public boolean isClient() {
        return kind == Kind.CLIENT;
    }

    public boolean isIntegration() {
        return kind == Kind.INTEGRATION;
    }

    /** Not tied to a caseload: practice software and the practice's own jobs. */
    public boolean isMachine() {
        return kind == Kind.INTEGRATION || kind == Kind.SYSTEM;
    }
}
