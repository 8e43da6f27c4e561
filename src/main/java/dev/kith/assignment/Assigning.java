package dev.kith.assignment;

import dev.kith.audit.Audit;
import dev.kith.authoring.LicenceGate;
import dev.kith.client.ClientDirectory;
import dev.kith.etag.Etags;
import dev.kith.outbox.Outbox;
import dev.kith.paging.Cursor;
import dev.kith.paging.Slice;
import dev.kith.problem.ProblemException;
import dev.kith.questionnaire.Published;
import dev.kith.questionnaire.QuestionnaireCatalogue;
import dev.kith.security.Caller;
import dev.kith.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a clinician can do with assignments. */
@ApplicationScoped
@Transactional
public class Assigning {
    @Inject
    Assignments assignments;

    @Inject
    Tasks tasks;

    @Inject
    ClientDirectory clients;

    @Inject
    QuestionnaireCatalogue questionnaires;

    @Inject
    LicenceGate licences;

    @Inject
    Audit audit;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /** Stores the assignment and its first task together. */
    public AssignmentView assign(Caller caller, UUID clientId, AssignQuestionnaire request) {
        return AssignmentView.of(assigned(caller, clientId, request));
    }

    Assignment assigned(Caller caller, UUID clientId, AssignQuestionnaire request) {
        var client = clients.requireCaredForBy(caller, clientId);
        if (client.archived()) {
            throw ProblemException.conflict("client-archived", "The client is archived; unarchive first.");
        }
        var questionnaire = questionnaire(request.questionnaire());
        licences.requireGivable(questionnaire);
        var now = clock.instant();
        var plan = Plan.of(request.schedule(), client.timeZone(), now);
        var assignment = new Assignment(Ids.next(), clientId, caller.id(), now);
        assignment.questionnairePracticeId = questionnaire.owner();
        assignment.questionnaireKey = questionnaire.key();
        assignment.questionnaireVersion = questionnaire.version();
        assignment.versionPolicy = Objects.requireNonNullElse(request.versionPolicy(), VersionPolicy.PINNED)
                .code();
        assignment.reason = request.reason();
        assignment.note = request.note();
        assignment.startsLocal = plan.window().local();
        assignment.timeZone = plan.window().zone().getId();
        assignment.opensFor = plan.opensFor();
        assignment.dueAfter = plan.dueAfter();
        assignments.persist(assignment);
        var task = new Task(Ids.next(), assignment, plan.window());
        tasks.persist(task);
        outbox.put(
                "assignment.created",
                assignment.id,
                clientId,
                Map.of("questionnaire", questionnaire.key(), "task", task.id.toString()));
        audit.wrote(caller, "assignment.created", "assignment", assignment.id, clientId);
        return assignment;
    }

    private Published questionnaire(String key) {
        return questionnaires.findCurrent(key).orElseThrow(() -> {
            if (!questionnaires.versionsOf(key).isEmpty()) {
                return ProblemException.conflict(
                        "questionnaire-retired", "It was retired; nobody is given it any more.");
            }
            return ProblemException.invalid(
                    "/questionnaire", "unknown-questionnaire", "No published questionnaire has this key.");
        });
    }

    Assignment read(Caller caller, UUID id) {
        var assignment = assignments.require(id);
        clients.requireCaredForBy(caller, assignment.clientId);
        audit.read(caller, "assignment.read", "assignment", id, assignment.clientId);
        return assignment;
    }

    Slice<AssignmentView> list(Caller caller, UUID clientId, @Nullable Cursor after, int limit) {
        clients.requireCaredForBy(caller, clientId);
        audit.read(caller, "assignments.listed", "client", clientId, clientId);
        return Slice.of(assignments.pageOf(clientId, after, limit), limit, a -> Cursor.of(a.id))
                .map(AssignmentView::of);
    }

    /** Pauses, resumes or ends; ending withdraws the tasks that nobody has answered. */
    Assignment change(Caller caller, UUID id, ChangeAssignment request, @Nullable String ifMatch) {
        var assignment = assignments.require(id);
        clients.requireCaredForBy(caller, assignment.clientId).requireActive();
        Etags.require(ifMatch, assignment.version);
        if (assignment.state() == request.state()) {
            return assignment;
        }
        var now = clock.instant();
        assignment.become(request.state(), request.reason(), now);
        if (request.state() == AssignmentState.ENDED) {
            tasks.cancelOpenOf(id, now);
        }
        outbox.put("assignment." + request.state().code(), id, assignment.clientId, Map.of());
        audit.wrote(caller, "assignment." + request.state().code(), "assignment", id, assignment.clientId);
        assignments.flush(); // the new version is known, and a lost race is seen, before the reply is built
        return assignment;
    }
}
