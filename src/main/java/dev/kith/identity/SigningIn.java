package dev.kith.identity;

import dev.kith.audit.Audit;
import dev.kith.identity.Accounts.Candidate;
import dev.kith.limits.RequestOrigin;
import dev.kith.problem.ProblemException;
import dev.kith.problem.ProblemType;
import dev.kith.security.Caller;
import dev.kith.security.Roles;
import dev.kith.tenancy.Practices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Signs people in. Known and unknown accounts answer alike, in words and in time. No transaction is open while a
 * password is compared.
 */
@ApplicationScoped
class SigningIn {
    @Inject
    Accounts accounts;

    @Inject
    Passwords passwords;

    @Inject
    SignInThrottle throttle;

    @Inject
    Opening opening;

    @Inject
    Standing standing;

    @Inject
    MemberRoles memberRoles;

    @Inject
    Practices practices;

    @Inject
    Audit audit;

    @Inject
    RequestOrigin origin;

    SessionView signIn(SignIn request) throws SQLException {
        var email = normal(request.email());
        var address = Objects.requireNonNullElse(origin.address(), "unknown");
        throttle.count(email, address);
        var candidates = accounts.toSignIn(email);
        var matching = matching(candidates, request);
        if (matching.isEmpty()) {
            candidates.forEach(this::auditFailure);
            throw new ProblemException(ProblemType.UNAUTHENTICATED, "The e-mail address or the password is wrong.");
        }
        if (matching.size() > 1) {
            throw ProblemException.conflict("several-practices", "Say which practice: send its id as practice.");
        }
        throttle.takeBack(email, address);
        var found = matching.get(0);
        return practices.within(found.practice(), () -> {
            var account = accounts.findById(found.account());
            standing.requireGood(account.memberId, account.clientId);
            var roles = account.memberId == null ? Set.of(Roles.CLIENT) : memberRoles.of(account.memberId);
            return opening.open(account, found.practice(), roles, "session.opened");
        });
    }

    static String normal(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    private List<Candidate> matching(List<Candidate> candidates, SignIn request) {
        var matching = new ArrayList<Candidate>();
        for (var candidate : candidates) {
            if (passwords.matches(request.password(), candidate.passwordHash())
                    && (request.practice() == null || request.practice().equals(candidate.practice()))) {
                matching.add(candidate);
            }
        }
        if (candidates.isEmpty()) {
            passwords.matchNobody(request.password());
        }
        return matching;
    }

    private void auditFailure(Candidate candidate) {
        practices.within(candidate.practice(), () -> {
            var nobody = new Caller(
                    candidate.practice(),
                    candidate.account(),
                    Caller.Kind.SYSTEM,
                    null,
                    null,
                    Set.of(),
                    Set.of(),
                    null,
                    "");
            audit.denied(nobody, "session.refused", candidate.account(), "wrong-password");
            return null;
        });
    }
}
