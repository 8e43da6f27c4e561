package dev.kith.identity;

import dev.kith.audit.Audit;
import dev.kith.problem.ProblemException;
import dev.kith.problem.ProblemType;
import dev.kith.security.Roles;
import dev.kith.tenancy.Practices;
import dev.kith.time.RealTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Goes on with a session: each refresh token works once. One that comes a second time was stolen or copied, and nobody
 * can tell by whom, so the whole session ends.
 */
@ApplicationScoped
class Refreshing {
    @Inject
    RefreshTokens refreshTokens;

    @Inject
    Sessions sessions;

    @Inject
    Accounts accounts;

    @Inject
    MemberRoles memberRoles;

    @Inject
    Opening opening;

    @Inject
    Standing standing;

    @Inject
    Practices practices;

    @Inject
    Audit audit;

    @Inject
    @RealTime
    Clock clock;

    SessionView refresh(RefreshSession request) {
        return Secrets.practiceOf(RefreshToken.KIND, request.refreshToken())
                .flatMap(practice -> practices.within(practice, () -> next(practice, request.refreshToken())))
                .orElseThrow(() -> new ProblemException(ProblemType.UNAUTHENTICATED, "Sign in again."));
    }

    /** Empty commits too: the end of a replayed session must stay. */
    private Optional<SessionView> next(UUID practice, String secret) {
        var now = clock.instant();
        var hash = Secrets.hash(secret);
        var first = refreshTokens.use(hash, now);
        var token = refreshTokens.findById(hash);
        if (token == null) {
            return Optional.empty();
        }
        var session = sessions.findById(token.sessionId);
        var account = accounts.findById(session.accountId);
        if (!first) {
            session.end("replayed", now);
            audit.denied(Opening.actor(account, practice, session.id), "session.ended", session.id, "replayed");
            return Optional.empty();
        }
        if (!session.isOpen(now)
                || account.disabledAt != null
                || !standing.isGood(account.memberId, account.clientId)) {
            session.end("idle", now);
            return Optional.empty();
        }
        session.refreshed(now);
        var roles = account.memberId == null ? Set.of(Roles.CLIENT) : memberRoles.of(account.memberId);
        return Optional.of(opening.next(account, practice, roles, session));
    }
}
