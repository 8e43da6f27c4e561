package dev.kith.identity;

import dev.kith.problem.ProblemException;
import dev.kith.security.Roles;
import dev.kith.tenancy.Practices;
import dev.kith.time.Ids;
import dev.kith.time.RealTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Takes up an invitation: sets the password and signs in. One code, one taker, however many try at once. */
@ApplicationScoped
class Accepting {
    @Inject
    Invitations invitations;

    @Inject
    Accounts accounts;

    @Inject
    Standing standing;

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
    @RealTime
    Clock clock;

    SessionView accept(AcceptInvitation request) {
        var practice = Secrets.practiceOf(Invitation.KIND, request.code()).orElseThrow(Accepting::unknown);
        var codeHash = Secrets.hash(request.code());
        var context = practices.within(practice, () -> wordsAround(codeHash));
        if (context.isEmpty()) {
            throw unknown();
        }
        rules.require(request.password(), context);
        var passwordHash = passwords.hash(request.password());
        return practices.within(practice, () -> take(practice, codeHash, passwordHash));
    }

    /** Words that a guesser would try for this person; none for a code that is none. */
    private List<String> wordsAround(String codeHash) {
        return invitations
                .byCode(codeHash)
                .map(i -> standing.wordsAround(i.memberId, i.clientId, i.email))
                .orElse(List.of());
    }

    private SessionView take(UUID practice, String codeHash, String passwordHash) {
        var now = clock.instant();
        var invitation = invitations.byCode(codeHash).orElseThrow(Accepting::unknown);
        if (!invitations.accept(invitation.id, now)) {
            throw unknown();
        }
        standing.requireGood(invitation.memberId, invitation.clientId);
        var account = accountOf(invitation, passwordHash);
        accounts.persistAndFlush(account);
        var roles = account.memberId == null ? Set.of(Roles.CLIENT) : memberRoles.of(account.memberId);
        return opening.open(account, practice, roles, "invitation.accepted");
    }

    /** Never one that is there: a code that outlived the first sign-in opens nothing. */
    private Account accountOf(Invitation invitation, String passwordHash) {
        var memberId = invitation.memberId;
        var now = clock.instant();
        if (memberId != null) {
            if (accounts.ofMember(memberId).isPresent()) {
                throw unknown();
            }
            return Account.ofMember(Ids.next(), memberId, invitation.email, passwordHash, now);
        }
        var clientId = Objects.requireNonNull(invitation.clientId);
        if (accounts.ofClient(clientId).isPresent()) {
            throw unknown();
        }
        return Account.ofClient(Ids.next(), clientId, invitation.email, passwordHash, now);
    }

    private static ProblemException unknown() {
        return ProblemException.invalid("/code", "unknown-code", "Not a code that is open. Ask for a new invitation.");
    }
}
