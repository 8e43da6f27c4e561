package dev.kith.response;

import dev.kith.assignment.AssignedTask;
import dev.kith.assignment.TaskBook;
import dev.kith.authoring.LicenceGate;
import dev.kith.client.ClientDirectory;
import dev.kith.client.ClientRecord;
import dev.kith.client.ClientTurns;
import dev.kith.definition.Answers;
import dev.kith.idempotency.Turns;
import dev.kith.problem.ProblemException;
import dev.kith.questionnaire.AnswerFaults;
import dev.kith.questionnaire.Published;
import dev.kith.questionnaire.QuestionnaireCatalogue;
import dev.kith.response.Submitting.Stored;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Stores a response under an id that the sender made: from an app that was offline, from a clinician at the chair, from
 * history. The same id twice is one row, however many come at once.
 */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
public class Bringing {
    @Inject
    Responses responses;

    @Inject
    ClientDirectory clients;

    @Inject
    TaskBook tasks;

    @Inject
    Versions versions;

    @Inject
    QuestionnaireCatalogue questionnaires;

    @Inject
    LicenceGate licences;

    @Inject
    Unplanned unplanned;

    @Inject
    Recording recording;

    @Inject
    Rendering rendering;

    @Inject
    ClientTurns clientTurns;

    @Inject
    Turns turns;

    @Inject
    Clock clock;

    public Stored put(Caller caller, UUID id, PutResponse request, @Nullable String acceptLanguage)
            throws SQLException {
        var client = client(caller, request);
        Honesty.requireAtOnce(caller, request, clock.instant());
        turns.take(caller, "response " + id);
        clientTurns.take(client.id());
        var existing = responses.findById(id);
        if (existing != null && !existing.clientId.equals(client.id())) {
            throw ProblemException.notFound();
        }
        var task = task(client, request, id, existing);
        var published = existing != null ? rendering.published(existing) : version(request, task);
        requireSame(existing, request);
        if (existing == null && task == null && caller.isClient()) {
            licences.requireGivable(published); // nobody assigned it, so nobody has asked yet
        }
        var answers = request.complete()
                ? complete(caller, request, published)
                : AnswerFaults.requireDraft(published, request.answers());
        if (existing != null && existing.isComplete()) {
            return new Stored(recording.again(existing, request.complete(), answers), false);
        }
        if (task != null) {
            task.requireOpen();
        }
        if (client.archived()) {
            throw ProblemException.conflict("client-archived", "The client is archived; unarchive first.");
        }
        if (existing == null && task == null) {
            unplanned.requireRoom(caller, client);
        }
        var response = existing != null
                ? existing.goneOnIn(Submitting.saidLanguage(published, request, acceptLanguage))
                : begun(caller, id, client, published, request, request.task(), acceptLanguage);
        response.wanting(WantedLanguages.said(caller, published, request, acceptLanguage));
        var view = request.complete()
                ? recording.complete(caller, response, published, answers, authoredAt(caller, request, existing))
                : recording.draft(caller, response, published, answers, task, request.authoredAt());
        return new Stored(view, existing == null);
    }

    ClientRecord client(Caller caller, PutResponse request) {
        return clients.requireCaredForBy(caller, Honesty.client(caller, request));
    }

    /** What was brought over may lack answers, as paper does; each scale's missing rule says what comes of it. */
    private static Answers complete(Caller caller, PutResponse request, Published published) {
        return request.authoredAt() != null && !caller.isClient()
                ? AnswerFaults.requireBrought(published, request.answers())
                : AnswerFaults.requireComplete(published, request.answers());
    }

    /** As said now, or as said with the draft; an app's own draft counts from when it is completed. */
    private static @Nullable Instant authoredAt(Caller caller, PutResponse request, @Nullable Response existing) {
        if (request.authoredAt() != null || existing == null || caller.isClient()) {
            return request.authoredAt();
        }
        return existing.authoredAt;
    }

    /** The task that is answered, held: the one that is named, or the one that the draft began with. */
    private @Nullable AssignedTask task(ClientRecord client, PutResponse request, UUID id, @Nullable Response existing)
            throws SQLException {
        var begun = existing == null ? null : existing.taskId;
        if (existing != null && request.task() != null && !request.task().equals(begun)) {
            throw ProblemException.conflict("id-taken", "This id holds a response to another task, or to none.");
        }
        var wanted = request.task() == null ? begun : request.task();
        if (wanted == null) {
            return null;
        }
        var task = tasks.take(wanted)
                .filter(found -> found.clientId().equals(client.id()))
                .orElseThrow(ProblemException::notFound)
                .requireQuestionnaire();
        if (!task.work().key().equals(request.questionnaire())) {
            throw ProblemException.invalid(
                    "/questionnaire",
                    "not-the-tasks-questionnaire",
                    "The task asks for " + task.work().key() + ".");
        }
        if (task.responseId() != null && !task.responseId().equals(id)) {
            throw ProblemException.conflict("task-answered", "The task has a response under another id.");
        }
        if (existing != null) {
            responses.getEntityManager().refresh(existing); // it may have been completed while we waited for the task
        }
        return task;
    }

    Published version(PutResponse request, @Nullable AssignedTask task) {
        if (task != null) {
            var asked = versions.toAnswer(task);
            if (request.version() != null && request.version() != asked.version()) {
                throw ProblemException.invalid(
                        "/version", "not-the-tasks-version", "The task asks for version " + asked.version() + ".");
            }
            return asked;
        }
        try {
            return request.version() == null
                    ? questionnaires.findCurrent(request.questionnaire()).orElseThrow(ProblemException::notFound)
                    : questionnaires.require(request.questionnaire(), request.version());
        } catch (ProblemException unknown) {
            throw ProblemException.invalid(
                    "/questionnaire", "unknown-questionnaire", "No published questionnaire has this key and version.");
        }
    }

    static void requireSame(@Nullable Response existing, PutResponse request) {
        var other = existing != null
                && (!existing.questionnaireKey.equals(request.questionnaire())
                        || (request.version() != null && request.version() != existing.questionnaireVersion)
                        || !existing.author.equals(request.author().code()));
        if (other) {
            throw ProblemException.conflict("id-taken", "This id holds a response to something else.");
        }
    }

    /** To this task, or to none. */
    Response begun(
            Caller caller,
            UUID id,
            ClientRecord client,
            Published published,
            PutResponse request,
            @Nullable UUID task,
            @Nullable String acceptLanguage) {
        var now = clock.instant();
        var origin = Origin.of(
                request.author(),
                caller,
                request,
                Objects.requireNonNullElse(request.authoredAt(), now),
                now,
                Submitting.language(published, request, acceptLanguage));
        return new Response(id, client.id(), published, task, origin);
    }
}
