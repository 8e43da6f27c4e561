package dev.kith.identity;

import dev.kith.audit.Audit;
import dev.kith.client.ClientDirectory;
import dev.kith.identity.Invitation.Guest;
import dev.kith.practice.MemberDirectory;
import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import dev.kith.time.Ids;
import dev.kith.time.RealTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Invites clients and members to sign in. The code is told once; we keep its hash. */
@ApplicationScoped
@Transactional
class Inviting {
    @Inject
    Invitations invitations;

    @Inject
    Accounts accounts;

    @Inject
    ClientDirectory clients;

    @Inject
    MemberDirectory members;

    @Inject
    Audit audit;

    @Inject
    @RealTime
    Clock clock;

    InvitationView inviteClient(Caller caller, UUID clientId) {
        var client = clients.requireKnownTo(caller, clientId);
        if (client.email() == null) {
            throw ProblemException.invalid("", "email-missing", "Give the client an e-mail address first.");
        }
        client.requireActive();
        if (accounts.ofClient(clientId).isPresent()) {
            throw hasAccount();
        }
        return invite(caller, new Guest(null, clientId, SigningIn.normal(client.email()), client.displayName()));
    }

    InvitationView inviteMember(Caller caller, UUID memberId) {
        var member = members.require(memberId);
        if (member.email() == null) {
            throw ProblemException.invalid("", "email-missing", "Give the member an e-mail address first.");
        }
        if (member.disabled()) {
            throw ProblemException.conflict("member-disabled", "The member may not sign in; enable them first.");
        }
        if (accounts.ofMember(memberId).isPresent()) {
            throw hasAccount();
        }
        return invite(caller, new Guest(memberId, null, SigningIn.normal(member.email()), member.displayName()));
    }

    /** A code in other hands must never become somebody's password. */
    private static ProblemException hasAccount() {
        return ProblemException.conflict("has-account", "They sign in already; nobody else can set their password.");
    }

    private InvitationView invite(Caller caller, Guest guest) {
        var now = clock.instant();
        invitations.withdrawAllOf(guest, now);
        var code = Secrets.make(Invitation.KIND, caller.practice());
        var invitation = new Invitation(Ids.next(), Secrets.hash(code), guest, caller.id(), now);
        invitations.persist(invitation);
        audit.wrote(caller, "invitation.made", "invitation", invitation.id, guest.clientId());
        return new InvitationView(invitation.id, code, invitation.email, invitation.endsAt);
    }
}
