package dev.kith.identity;

import dev.kith.problem.ProblemException;
import dev.kith.security.Roles;
import dev.kith.tenancy.Practices;
import dev.kith.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes up an invitation: sets the password and signs in. One code, one taker, however many try at once. */
@ApplicationScoped
class Accepting {
    @Inject
    Invitations invitations;

    @Inject
    Accounts accounts;

    @Inject
    Sessions sessions;

    @Inject
    Passwords passwords;

    @Inject
    PasswordRules rules;

    @Inject
    MemberRoles memberRoles;

    @Inject
    Opening opening;

    @Inject
    Practices practices;

    @Inject
    Clock clock;

    SessionView accept(AcceptInvitation request) {
        var practice = Secrets.practiceOf(Invitation.KIND, request.code()).orElseThrow(Accepting::unknown);
        var codeHash = Secrets.hash(request.code());
        var email = practices.within(practice, () -> emailOf(codeHash));
        if (email == null) {
            throw unknown();
        }
        rules.require(request.password(), List.of(email, email.substring(0, email.indexOf('@') + 1), "kith"));
        var passwordHash = passwords.hash(request.password());
        return practices.within(practice, () -> take(practice, codeHash, passwordHash));
    }

    private @Nullable String emailOf(String codeHash) {
        return invitations.byCode(codeHash).map(i -> i.email).orElse(null);
    }

    private SessionView take(UUID practice, String codeHash, String passwordHash) {
        var now = clock.instant();
        var invitation = invitations.byCode(codeHash).orElseThrow(Accepting::unknown);
        if (!invitations.accept(invitation.id, now)) {
            throw unknown();
        }
        var account = accountOf(invitation, passwordHash);
        account.renew(invitation.email, passwordHash);
        accounts.persistAndFlush(account);
        sessions.endAllOf(account.id, "ended-by-owner", now);
        var roles = account.memberId == null ? Set.of(Roles.CLIENT) : memberRoles.of(account.memberId);
        return opening.open(account, practice, roles, "invitation.accepted");
    }

    private Account accountOf(Invitation invitation, String passwordHash) {
        var memberId = invitation.memberId;
        var now = clock.instant();
        if (memberId != null) {
            return accounts.ofMember(memberId)
                    .orElseGet(() -> Account.ofMember(Ids.next(), memberId, invitation.email, passwordHash, now));
        }
        var clientId = Objects.requireNonNull(invitation.clientId);
        return accounts.ofClient(clientId)
                .orElseGet(() -> Account.ofClient(Ids.next(), clientId, invitation.email, passwordHash, now));
    }

    private static ProblemException unknown() {
        return ProblemException.invalid("/code", "unknown-code", "Not a code that is open. Ask for a new invitation.");
    }
}
