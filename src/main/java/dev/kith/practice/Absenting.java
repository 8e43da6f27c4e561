package dev.kith.practice;

import dev.kith.audit.Audit;
import dev.kith.etag.Etags;
import dev.kith.idempotency.Turns;
import dev.kith.json.Given;
import dev.kith.outbox.Outbox;
import dev.kith.paging.Cursor;
import dev.kith.paging.Slice;
import dev.kith.problem.ProblemException;
import dev.kith.problem.ProblemType;
import dev.kith.security.Caller;
import dev.kith.security.Roles;
import dev.kith.time.Ids;
import dev.kith.time.RealTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is away and who stands in: said by members of themselves, and by admins of anybody. */
@ApplicationScoped
@Transactional
class Absenting {
    @Inject
    Absences absences;

    @Inject
    Members members;

    @Inject
    Turns turns;

    @Inject
    Audit audit;

    @Inject
    Outbox outbox;

    @Inject
    @RealTime
    Clock clock;

    AbsenceView tell(Caller caller, UUID memberId, TellAbsence request) {
        requireMayTell(caller, memberId);
        requireCover(memberId, request.coverId());
        var absence = new Absence(Ids.next(), memberId, request, clock.instant());
        absences.persist(absence);
        return changed(caller, absence);
    }

    AbsenceView revise(Caller caller, UUID memberId, UUID id, ReviseAbsence request, @Nullable String ifMatch) {
        var absence = absences.require(memberId, id);
        requireMayTell(caller, memberId);
        Etags.require(ifMatch, absence.version);
        var cover = Given.orKeepAny(request.coverId(), absence.coverId);
        if (cover != null && !cover.equals(absence.coverId)) {
            requireCover(memberId, cover);
        }
        absence.become(Given.orKeep(request.until(), absence.untilOn), cover);
        return changed(caller, absence);
    }

    Slice<AbsenceView> list(UUID memberId, @Nullable Cursor after, int limit) {
        members.require(memberId);
        return Slice.of(absences.page(memberId, after, limit), limit, a -> Cursor.of(a.fromOn, a.id))
                .map(AbsenceView::of);
    }

    AbsenceView read(UUID memberId, UUID id) {
        return AbsenceView.of(absences.require(memberId, id));
    }

    private AbsenceView changed(Caller caller, Absence absence) {
        turns.take(caller, "absences " + absence.memberId);
        if (absences.overlapsAnother(absence)) {
            throw ProblemException.conflict("already-away", "They are away on some of these days already.");
        }
        absences.flush();
        audit.wrote(caller, "absence.changed", "member", absence.memberId, null);
        outbox.put("absence.changed", absence.id, null, Map.of("memberId", absence.memberId.toString()));
        return AbsenceView.of(absence);
    }

    private void requireMayTell(Caller caller, UUID memberId) {
        members.require(memberId);
        if (!caller.is(Roles.ADMIN) && !memberId.equals(caller.memberId())) {
            throw new ProblemException(ProblemType.FORBIDDEN, "Only an admin says that somebody else is away.");
        }
    }

    private void requireCover(UUID memberId, @Nullable UUID cover) {
        if (cover == null) {
            return;
        }
        var standsIn = members.findByIdOptional(cover)
                .filter(m -> m.disabledAt == null)
                .orElseThrow(
                        () -> ProblemException.invalid("/coverId", "nobody", "No member who may sign in has this id."));
        if (members.require(memberId).isClinical() && !standsIn.isClinical()) {
            throw ProblemException.invalid(
                    "/coverId", "not-clinical", "Only a clinician or supervisor stands in for one of them.");
        }
    }
}
