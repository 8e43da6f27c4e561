package dev.kith.assignment;

import dev.kith.client.ClientDirectory;
import dev.kith.client.ClientTurns;
import dev.kith.idempotency.Turns;
import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Practice software assigns under an id of its own, as often as it likes: made once, then brought to the schedule that it says. */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
class Upserting {
    @Inject
    Assigning assigning;

    @Inject
    Rescheduling rescheduling;

    @Inject
    Assignments assignments;

    @Inject
    ScheduleBook book;

    @Inject
    AssignmentViews views;

    @Inject
    ClientDirectory clients;

    @Inject
    ClientTurns clientTurns;

    @Inject
    Turns turns;

    /** What an upsert did. */
    record Upserted(AssignmentView view, boolean created) {}

    Upserted upsert(Caller caller, UUID clientId, String externalId, AssignWork request) throws SQLException {
        turns.take(caller, "assignment " + externalId);
        clientTurns.take(clientId);
        var client = clients.requireCaredForBy(caller, clientId);
        var found = assignments.findByExternalId(externalId).orElse(null);
        if (found == null) {
            return new Upserted(assigning.assign(caller, clientId, request, externalId), true);
        }
        var same = found.clientId.equals(clientId)
                && Objects.equals(found.questionnaireKey, request.questionnaire())
                && Objects.equals(found.exerciseKey, request.exercise());
        if (!same) {
            throw ProblemException.conflict("id-taken", "This outside id is that of another assignment.");
        }
        if (found.state() == AssignmentState.ENDED) {
            return new Upserted(views.of(caller, found), false);
        }
        client.requireActive();
        var schedule = startingAsBefore(found, request.schedule());
        return new Upserted(rescheduling.revise(caller, found, client.timeZone(), schedule, request.dose()), false);
    }

    /** Nobody said when it starts, so that it started when it was first told of. */
    private AskedSchedule startingAsBefore(Assignment found, @Nullable AskedSchedule asked) throws SQLException {
        var schedule = asked == null ? AskedSchedule.NOW : asked;
        return schedule.start() != null || schedule.anchor() != null
                ? schedule
                : schedule.startingAt(book.of(found).start());
    }
}
