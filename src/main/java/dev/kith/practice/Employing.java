package dev.kith.practice;

import dev.kith.audit.Audit;
import dev.kith.etag.Etags;
import dev.kith.idempotency.Turns;
import dev.kith.json.Given;
import dev.kith.paging.Cursor;
import dev.kith.paging.Slice;
import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import dev.kith.time.Ids;
import dev.kith.time.RealTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who works here: adding members, changing what they may do. At least one enabled admin always stays. */
@ApplicationScoped
@Transactional
public class Employing {
    @Inject
    Members members;

    @Inject
    Turns turns;

    @Inject
    Event<RightsEnded> ended;

    @Inject
    Audit audit;

    @Inject
    @RealTime
    Clock clock;

    /** Adds a member; they sign in once they are invited. */
    public MemberView employ(Caller caller, @Valid EmployMember request) {
        requireSupervisor(request.supervisorId());
        var member = new Member(Ids.next(), request, clock.instant());
        members.persistAndFlush(member);
        audit.wrote(caller, "member.created", "member", member.id, null);
        return MemberView.of(member);
    }

    Slice<MemberView> list(Members.Which which, @Nullable Cursor after, int limit) {
        return Slice.of(members.page(which, after, limit), limit, m -> Cursor.of(m.id))
                .map(MemberView::of);
    }

    MemberView read(UUID id) {
        return MemberView.of(members.require(id));
    }

    MemberView revise(Caller caller, UUID id, ReviseMember request, @Nullable String ifMatch) {
        var member = members.require(id);
        Etags.require(ifMatch, member.version);
        var before = Rights.of(member);
        if (request.supervisorId() != null && request.supervisorId().value() != null) {
            requireSupervisor(request.supervisorId().value());
        }
        member.displayName = Given.orKeep(request.displayName(), member.displayName);
        member.email = Given.orKeepAny(request.email(), member.email);
        member.language = Given.orKeepAny(request.language(), member.language);
        member.supervisorId = Given.orKeepAny(request.supervisorId(), member.supervisorId);
        if (request.roles() != null && request.roles().value() != null) {
            member.become(MemberRole.codes(request.roles().value()));
        }
        if (request.disabled() != null) {
            member.disable(Given.orKeep(request.disabled(), false), clock.instant());
        }
        return changed(caller, member, before);
    }

    /** What an upsert did. */
    record Upserted(MemberView view, boolean created) {}

    /** The member with this outside id, made or brought to what the request says; the same again changes nothing. */
    Upserted upsert(Caller caller, String externalId, EmployMember request) {
        turns.take(caller, "member " + externalId);
        var found = members.byExternalId(externalId);
        if (found.isEmpty()) {
            return new Upserted(employ(caller, named(externalId, request)), true);
        }
        var member = found.get();
        var before = Rights.of(member);
        requireSupervisor(request.supervisorId());
        member.become(request);
        return new Upserted(changed(caller, member, before), false);
    }

    private MemberView changed(Caller caller, Member member, Rights had) {
        if (member.id.equals(member.supervisorId)) {
            throw ProblemException.invalid("/supervisorId", "themself", "Nobody supervises themself.");
        }
        if (had.access() && !member.isAdminNow()) {
            requireAnotherAdmin(caller, member.id);
        }
        var before = member.version;
        members.flush(); // the new version is known, and a lost race is seen, before the reply is built
        if (member.version != before) {
            audit.wrote(caller, "member.updated", "member", member.id, null);
        }
        tellWhatEnded(caller, member, had);
        return MemberView.of(member);
    }

    private void tellWhatEnded(Caller caller, Member member, Rights had) {
        var overCare = had.care() && !member.isClinicalNow();
        var overAccess = had.access() && !member.isAdminNow();
        if (overCare || overAccess) {
            ended.fire(new RightsEnded(caller, member.id, member.disabledAt != null, overCare, overAccess));
        }
    }

    /** What a member may do now, as far as others rely on it. */
    private record Rights(boolean care, boolean access) {
        static Rights of(Member member) {
            return new Rights(member.isClinicalNow(), member.isAdminNow());
        }
    }

    /** Two admins who take each other's role at the same time take turns here. */
    private void requireAnotherAdmin(Caller caller, UUID id) {
        turns.take(caller, "admins");
        if (!members.anotherAdminThan(id)) {
            throw ProblemException.conflict("last-admin", "A practice keeps at least one admin who can sign in.");
        }
    }

    private void requireSupervisor(@Nullable UUID id) {
        if (id == null) {
            return;
        }
        var known = members.findByIdOptional(id).filter(m -> m.holds(MemberRole.SUPERVISOR));
        if (known.isEmpty()) {
            throw ProblemException.invalid("/supervisorId", "not-a-supervisor", "No supervisor here has this id.");
        }
    }

    private static EmployMember named(String externalId, EmployMember request) {
        return new EmployMember(
                request.displayName(),
                request.email(),
                request.roles(),
                externalId,
                request.supervisorId(),
                request.language());
    }
}
