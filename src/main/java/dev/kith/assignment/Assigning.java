package dev.kith.assignment;

import dev.kith.audit.Audit;
import dev.kith.client.ClientArchived;
import dev.kith.client.ClientDirectory;
import dev.kith.client.ClientTurns;
import dev.kith.etag.Etags;
import dev.kith.outbox.Outbox;
import dev.kith.paging.Cursor;
import dev.kith.paging.Slice;
import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import dev.kith.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a clinician can do with assignments. */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
public class Assigning {
    @Inject
    Assignments assignments;

    @Inject
    Tasks tasks;

    @Inject
    ClientDirectory clients;

    @Inject
    ClientTurns clientTurns;

    @Inject
    Giving giving;

    @Inject
    GateHolding holding;

    @Inject
    Scheduling scheduling;

    @Inject
    Capping capping;

    @Inject
    Anchors anchors;

    @Inject
    EnrollmentStarts enrollments;

    @Inject
    AssignmentViews views;

    @Inject
    Audit audit;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /** Stores the assignment and its first tasks together. */
    public AssignmentView assign(Caller caller, UUID clientId, AssignWork request) throws SQLException {
        return assign(caller, clientId, request, null);
    }

    /** Under an id of practice software's. */
    AssignmentView assign(Caller caller, UUID clientId, AssignWork request, @Nullable String externalId)
            throws SQLException {
        clientTurns.take(clientId);
        var client = clients.requireCaredForBy(caller, clientId);
        if (client.archived()) {
            throw ProblemException.conflict("client-archived", "The client is archived; unarchive first.");
        }
        var work = giving.work(caller, clientId, request);
        var now = clock.instant();
        var anchor = anchors.of(clientId, request.schedule());
        var plan = Plan.of(request.schedule(), request.dose(), client.timeZone(), anchor, now);
        var assignment = new Assignment(Ids.next(), clientId, work, caller.id(), now);
        assignment.versionPolicy = Objects.requireNonNullElse(request.versionPolicy(), VersionPolicy.PINNED)
                .code();
        assignment.reason = request.reason();
        assignment.note = request.note();
        assignment.timeZone = plan.kept().timeZone();
        assignment.followsClientZone = plan.followsClient();
        assignment.hangOn(anchor);
        assignment.externalId = externalId;
        assignments.persistAndFlush(assignment); // before its tasks, which are not made through Hibernate
        scheduling.begin(caller, assignment, plan.kept());
        outbox.put(
                "assignment.created",
                assignment.id,
                clientId,
                Map.of(work.isExercise() ? "exercise" : "questionnaire", work.key()));
        audit.wrote(caller, "assignment.created", "assignment", assignment.id, clientId);
        assignments.flush();
        return AssignmentView.of(caller, assignment, plan.kept());
    }

    /** What it looks like to this caller; a client reads their own. */
    AssignmentView read(Caller caller, UUID id) throws SQLException {
        return views.of(caller, found(caller, id));
    }

    Assignment found(Caller caller, UUID id) {
        var assignment = assignments.require(id);
        clients.requireCaredForBy(caller, assignment.clientId);
        audit.read(caller, "assignment.read", "assignment", id, assignment.clientId);
        return assignment;
    }

    Slice<AssignmentView> list(
            Caller caller, UUID clientId, @Nullable String externalId, @Nullable Cursor after, int limit)
            throws SQLException {
        clients.requireCaredForBy(caller, clientId);
        audit.read(caller, "assignments.listed", "client", clientId, clientId);
        var found = externalId == null
                ? assignments.pageOf(clientId, after, limit)
                : assignments.withExternalId(clientId, externalId);
        var page = Slice.of(found, limit, a -> Cursor.of(a.id));
        return new Slice<>(views.of(caller, page.items()), page.next());
    }

    /**
     * Pauses, resumes or ends; ending withdraws the tasks that nobody has answered. A client pauses, and resumes what they paused
     * themself; the rest is between the two of them.
     */
    AssignmentView change(Caller caller, UUID id, ChangeAssignment request, @Nullable String ifMatch)
            throws SQLException {
        var assignment = taken(id);
        clients.requireCaredForBy(caller, assignment.clientId).requireActive();
        Etags.require(ifMatch, assignment.version);
        if (request.state() == AssignmentState.ACTIVE && holding.isClosed(assignment)) {
            throw ProblemException.conflict(
                    "gate-closed", "A gate of its exercise is closed for the client; it goes on when that opens.");
        }
        if (caller.isClient()) {
            requireOwnPace(assignment, request.state());
        }
        if (assignment.state() == request.state() && !takesOver(caller, assignment)) {
            return views.of(caller, assignment);
        }
        become(caller, assignment, request.state(), request.reason());
        settle(assignment.clientId);
        return views.of(caller, assignment);
    }

    /** Held until the transaction ends, after the turn of its client. */
    Assignment taken(UUID id) {
        var assignment = assignments.require(id);
        clientTurns.take(assignment.clientId);
        return assignments.held(assignment);
    }

    /** The same for whoever has asked whose it is and has the client's turn; they settle what they changed, once for all of it. */
    void become(Caller caller, Assignment assignment, AssignmentState state, @Nullable String reason)
            throws SQLException {
        var now = clock.instant();
        var pausedAt = assignment.pausedAt;
        assignment.become(caller, state, reason, now);
        if (state == AssignmentState.ENDED) {
            tasks.cancelOpenOf(assignment.id, now);
        } else if (state == AssignmentState.ACTIVE && pausedAt != null) {
            tasks.cancelMissedInPauseOf(assignment.id, pausedAt, now);
            scheduling.goOn(assignment);
        }
        outbox.put("assignment." + state.code(), assignment.id, assignment.clientId, Map.of());
        audit.wrote(caller, "assignment." + state.code(), "assignment", assignment.id, assignment.clientId);
    }

    /** The same for what nobody paused: it goes on by itself. */
    void hold(Caller caller, Assignment assignment, HeldBy by) {
        assignment.hold(caller, by, clock.instant());
        outbox.put("assignment.paused", assignment.id, assignment.clientId, Map.of("why", by.reason));
        audit.wrote(caller, "assignment.paused", "assignment", assignment.id, assignment.clientId);
    }

    /** After the last change: the client's week holds no more than they want. */
    void settle(UUID clientId) throws SQLException {
        assignments.flush(); // the new version is known before the reply is built
        capping.keep(clientId, clock.instant());
    }

    /** Who pauses what nobody paused, or a clinician what the client has paused, decides when it goes on. */
    private static boolean takesOver(Caller caller, Assignment assignment) {
        return assignment.heldBy != null || !caller.isClient() && Boolean.TRUE.equals(assignment.pausedByClient);
    }

    /** Nothing is asked of who is out of care; should they come back, their clinician resumes what still fits. What a paused program holds goes on with that. */
    void archived(@Observes ClientArchived news) throws SQLException {
        clientTurns.take(news.clientId());
        var resting = enrollments.pausedOf(news.clientId());
        for (var assignment : assignments.goingOnByItselfOf(news.clientId())) {
            if (!assignment.isHeldBy(HeldBy.PROGRAM) || !resting.contains(assignment.enrollmentId)) {
                become(news.by(), assignment, AssignmentState.PAUSED, "client-archived");
            }
        }
        settle(news.clientId());
    }

    private static void requireOwnPace(Assignment assignment, AssignmentState wanted) {
        if (wanted == AssignmentState.ENDED) {
            throw ProblemException.conflict(
                    "not-for-clients", "Pause it, and tell your clinician that you want to end it.");
        }
        if (wanted == AssignmentState.ACTIVE && Boolean.FALSE.equals(assignment.pausedByClient)) {
            throw ProblemException.conflict("paused-by-clinician", "Your clinician paused it; talk to them.");
        }
    }
}
