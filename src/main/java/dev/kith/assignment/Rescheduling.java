package dev.kith.assignment;

import dev.kith.audit.Audit;
import dev.kith.client.ClientDirectory;
import dev.kith.client.ClientMovedZone;
import dev.kith.etag.Etags;
import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives running assignments another schedule. Only tasks that have not opened and that nobody touched are made anew. */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
public class Rescheduling {
    @Inject
    Assignments assignments;

    @Inject
    Assigning assigning;

    @Inject
    Anchors anchors;

    @Inject
    Scheduling scheduling;

    @Inject
    ScheduleBook book;

    @Inject
    AssignmentViews views;

    @Inject
    ClientDirectory clients;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    AssignmentView revise(Caller caller, UUID id, ReviseSchedule request, @Nullable String ifMatch)
            throws SQLException {
        var assignment = assigning.taken(id);
        var client = clients.requireCaredForBy(caller, assignment.clientId).requireActive();
        Etags.require(ifMatch, assignment.version);
        return revise(caller, assignment, client.timeZone(), request.schedule(), request.dose());
    }

    /** The same for one that is held, and whose client was asked for. */
    AssignmentView revise(
            Caller caller,
            Assignment assignment,
            ZoneId clientZone,
            @Nullable AskedSchedule schedule,
            @Nullable AskedDose dose)
            throws SQLException {
        if (assignment.state() == AssignmentState.ENDED) {
            throw ProblemException.conflict("assignment-ended", "It has ended; assign anew.");
        }
        var anchor = anchors.of(assignment, schedule);
        var plan = Plan.of(schedule, dose, clientZone, anchor, clock.instant());
        var kept = book.of(assignment);
        if (plan.kept().equals(kept)
                || staysWhereItIs(assignment, kept, plan)
                || saysWhatTheClientLowered(assignment, plan)) {
            return views.of(caller, assignment);
        }
        if (Scheduling.isOver(plan.schedule(), clock.instant())) {
            throw ProblemException.invalid("/schedule", "all-in-the-past", "All of it has closed already.");
        }
        assignment.followsClientZone = plan.followsClient();
        assignment.hangOn(anchor);
        scheduling.revise(caller, assignment, plan.kept(), ScheduleChange.CHANGED);
        scheduling.tell(caller, assignment);
        assignments.flush();
        return views.of(caller, assignment);
    }

    /** Who says again on what it hangs has said nothing new where it did not go along when that moved. */
    private boolean staysWhereItIs(Assignment assignment, ScheduleView kept, Plan plan) {
        return kept.hangsLike(plan.kept()) && scheduling.stays(assignment, kept, plan.schedule());
    }

    /** Who says again what was assigned before the client said that it was too much has said nothing new, also where it has moved since. */
    private boolean saysWhatTheClientLowered(Assignment assignment, Plan plan) throws SQLException {
        var said = book.revisions(assignment.id).stream()
                .filter(one -> !one.why().isOfItsAnchor())
                .toList();
        return said.get(0).why() == ScheduleChange.TOO_MUCH
                && said.stream()
                        .filter(one -> one.why() == ScheduleChange.ASSIGNED || one.why() == ScheduleChange.CHANGED)
                        .findFirst()
                        .map(ScheduleBook.Revision::schedule)
                        .filter(one -> one.equals(plan.kept()) || one.hangsLike(plan.kept()))
                        .isPresent();
    }

    List<ScheduleRevisionView> revisions(Caller caller, UUID id) throws SQLException {
        var assignment = assignments.require(id);
        clients.requireCaredForBy(caller, assignment.clientId);
        audit.read(caller, "schedule.revisions-read", "assignment", id, assignment.clientId);
        return book.revisions(id).stream()
                .map(ScheduleRevisionView::of)
                .map(revision -> revision.seenBy(caller))
                .toList();
    }

    /** The client lives elsewhere now, and whoever said so has their turn: what follows them keeps its wall times there. */
    void moved(@Observes ClientMovedZone news) throws SQLException {
        var all = assignments.followingZoneOf(news.clientId());
        var schedules = book.current(all.stream().map(one -> one.id).toList());
        for (var one : all) {
            scheduling.moveTo(news.by(), one, schedules.require(one), news.zone());
        }
        assignments.flush();
    }
}
