package dev.kith.client;

import static java.util.stream.Collectors.toSet;

import dev.kith.audit.Audit;
import dev.kith.etag.Etags;
import dev.kith.outbox.Outbox;
import dev.kith.paging.Cursor;
import dev.kith.paging.Slice;
import dev.kith.practice.MemberDirectory;
import dev.kith.practice.PracticeDirectory;
import dev.kith.problem.ProblemException;
import dev.kith.problem.ProblemType;
import dev.kith.security.Caller;
import dev.kith.security.Roles;
import dev.kith.time.Ids;
import dev.kith.time.RealTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who cares for whom. Changed by admins, by who is primary now or supervises them, and by practice software. */
@ApplicationScoped
@Transactional
public class Staffing {
    @Inject
    Clients clients;

    @Inject
    CareTeam team;

    @Inject
    MemberDirectory members;

    @Inject
    ClientTurns clientTurns;

    @Inject
    Event<CareTeamLeft> left;

    @Inject
    PracticeDirectory practice;

    @Inject
    Audit audit;

    @Inject
    Outbox outbox;

    @Inject
    @RealTime
    Clock clock;

    /** Puts a member on the care team, from any day on, also one in the past. */
    public CareTeamMemberView assign(Caller caller, UUID clientId, @Valid AddToCareTeam request) {
        var client = clients.requireKnownTo(caller, clientId);
        requireMayStaff(caller, clientId);
        client.requireActive();
        return join(caller, client, request);
    }

    CareTeamMemberView join(Caller caller, Client client, AddToCareTeam request) {
        var member = members.find(request.memberId())
                .filter(m -> !m.disabled())
                .filter(m -> m.roles().contains(Roles.CLINICIAN) || m.roles().contains(Roles.SUPERVISOR));
        if (member.isEmpty()) {
            throw ProblemException.invalid("/memberId", "not-clinical", "No clinician or supervisor has this id.");
        }
        clientTurns.take(client.id);
        var place = new CareTeamMember(Ids.next(), client.id, request, today(), clock.instant());
        requireNoOverlap(place);
        team.persist(place);
        return changed(caller, place);
    }

    CareTeamMemberView revise(Caller caller, UUID clientId, UUID id, ReviseCareTeam request, @Nullable String ifMatch) {
        var client = clients.requireKnownTo(caller, clientId);
        requireMayStaff(caller, clientId);
        var place = team.require(clientId, id);
        Etags.require(ifMatch, place.version);
        client.requireActive();
        clientTurns.take(client.id); // whoever raises an alert meanwhile has it
        var today = today();
        var wasOn = place.isOn(today);
        place.become(request, today);
        requireNoOverlap(place);
        var view = changed(caller, place);
        if (wasOn && !place.isOn(today)) {
            left.fire(new CareTeamLeft(caller, client.id, place.memberId));
        }
        return view;
    }

    Slice<CareTeamMemberView> list(Caller caller, UUID clientId, @Nullable Cursor after, int limit) {
        clients.requireKnownTo(caller, clientId);
        audit.read(caller, "care-team.listed", "client", clientId, clientId);
        var places = Slice.of(team.page(clientId, after, limit), limit, m -> Cursor.of(m.fromOn, m.id));
        var names = members.all(places.items().stream().map(m -> m.memberId).collect(toSet()));
        var today = today();
        return places.map(m -> CareTeamMemberView.of(
                m, Objects.requireNonNull(names.get(m.memberId)).displayName(), today));
    }

    CareTeamMemberView read(Caller caller, UUID clientId, UUID id) {
        clients.requireKnownTo(caller, clientId);
        audit.read(caller, "care-team.read", "care-team-member", id, clientId);
        return view(team.require(clientId, id));
    }

    private CareTeamMemberView changed(Caller caller, CareTeamMember place) {
        team.flush(); // checks of access read the table itself
        audit.wrote(caller, "care-team.changed", "care-team-member", place.id, place.clientId);
        outbox.put(
                "care-team.changed",
                place.id,
                place.clientId,
                Map.of("memberId", place.memberId.toString(), "role", place.role));
        return view(place);
    }

    private CareTeamMemberView view(CareTeamMember place) {
        return CareTeamMemberView.of(place, members.require(place.memberId).displayName(), today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), practice.current().timeZone());
    }

    private void requireMayStaff(Caller caller, UUID clientId) {
        if (caller.isMachine() || caller.is(Roles.ADMIN)) {
            return;
        }
        if (!team.isLedBy(clientId, caller.memberId(), caller.is(Roles.SUPERVISOR), today())) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN, "Only an admin, who is primary, or their supervisor changes the care team.");
        }
    }

    private void requireNoOverlap(CareTeamMember place) {
        var twice = team.ofMember(place.clientId, place.memberId).stream()
                .anyMatch(other -> !other.id.equals(place.id) && other.overlaps(place));
        if (twice) {
            throw ProblemException.conflict("already-there", "They hold this role on some of these days already.");
        }
    }
}
