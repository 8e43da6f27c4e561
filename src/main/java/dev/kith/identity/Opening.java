package dev.kith.identity;

import dev.kith.audit.Audit;
import dev.kith.limits.RequestOrigin;
import dev.kith.security.AccessTokens;
import dev.kith.security.Caller;
import dev.kith.time.Ids;
import dev.kith.time.RealTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;

/** Opens sessions for accounts that have proved themselves. */
@ApplicationScoped
@Transactional
class Opening {
    @Inject
    Sessions sessions;

    @Inject
    RefreshTokens refreshTokens;

    @Inject
    AccessTokens accessTokens;

    @Inject
    Audit audit;

    @Inject
    RequestOrigin origin;

    @Inject
    @RealTime
    Clock clock;

    SessionView open(Account account, UUID practice, Set<String> roles, String action) {
        var now = clock.instant();
        var session = new SignInSession(Ids.next(), account.id, origin.agent(), origin.address(), now);
        sessions.persist(session);
        audit.wrote(actor(account, practice, session.id), action, "session", session.id, account.clientId);
        return next(account, practice, roles, session);
    }

    /** The next pair of tokens of an open session. */
    SessionView next(Account account, UUID practice, Set<String> roles, SignInSession session) {
        var refresh = Secrets.make(RefreshToken.KIND, practice);
        refreshTokens.persist(new RefreshToken(Secrets.hash(refresh), session.id, clock.instant()));
        return SessionView.of(accessTokens.make(practice, account.id, session.id, roles), refresh);
    }

    static Caller actor(Account account, UUID practice, UUID session) {
        var kind = Caller.Kind.valueOf(account.kind.toUpperCase(java.util.Locale.ROOT));
        return new Caller(
                practice, account.id, kind, account.memberId, account.clientId, Set.of(), Set.of(), session, "");
    }
}
