package dev.kith.response;

import dev.kith.assignment.AssignedTask;
import dev.kith.assignment.TaskBook;
import dev.kith.assignment.TaskState;
import dev.kith.authoring.LicenceGate;
import dev.kith.client.ClientRecord;
import dev.kith.client.ClientTurns;
import dev.kith.definition.Answers;
import dev.kith.idempotency.Turns;
import dev.kith.problem.ProblemException;
import dev.kith.questionnaire.AnswerFaults;
import dev.kith.questionnaire.Published;
import dev.kith.questionnaire.QuestionnaireCatalogue;
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
 * Stores what a client answered while their app was offline. What is complete is never turned away for what became of its
 * task meanwhile: a missed or skipped task takes it and is late; where a task cannot take it, it is kept without one; and where
 * other answers were completed under its id, beside those.
 */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
public class BringingLate {
    @Inject
    Bringing bringing;

    @Inject
    Responses responses;

    @Inject
    TaskBook tasks;

    @Inject
    Beside beside;

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

    /**
     * What became of it.
     *
     * @param changed false when it was there already
     * @param withoutTask the task that it names was not closed by it
     * @param newerStands it is a draft, and the one that is there was written after it and stays
     */
    public record Kept(ResponseView view, boolean created, boolean changed, boolean withoutTask, boolean newerStands) {}

    /** What comes in, checked; in a record, for it goes through many hands. */
    private record Entry(Published published, Answers answers, Instant authoredAt, boolean lands) {}

    public Kept put(Caller caller, UUID id, PutResponse request, @Nullable String acceptLanguage) throws SQLException {
        var client = bringing.client(caller, request);
        var authoredAt = Honesty.byOurClock(caller, request, clock.instant());
        turns.take(caller, "response " + id);
        clientTurns.take(client.id());
        var existing = responses.findById(id);
        if (existing != null && !existing.clientId.equals(client.id())) {
            throw ProblemException.notFound();
        }
        var task = task(client, request, existing);
        var published = existing != null ? rendering.published(existing) : version(request, task);
        Bringing.requireSame(existing, request);
        if (existing == null && task == null) {
            licences.requireGivable(published); // nobody assigned it, so nobody has asked yet
        }
        var answers = request.complete()
                ? AnswerFaults.requireComplete(published, request.answers())
                : AnswerFaults.requireDraft(published, request.answers());
        if (existing != null
                && existing.isComplete()
                && request.complete()
                && !beside.hasSaid(existing, published, answers)) {
            client.requireActive();
            return beside.keep(caller, client, existing, request, answers, authoredAt, acceptLanguage);
        }
        if (existing != null && (existing.isComplete() || says(existing, request, answers, authoredAt))) {
            if (existing.isComplete() && !request.complete()) {
                throw Submitting.completedAlready();
            }
            var without = existing.isComplete() && isWithout(existing, request, task);
            return new Kept(rendering.view(existing).seenBy(caller), false, false, without, false);
        }
        client.requireActive();
        if (existing != null && !request.complete() && authoredAt.isBefore(existing.authoredAt)) {
            var view = recording.overtaken(caller, existing, published, answers);
            return new Kept(view.seenBy(caller), false, false, false, true);
        }
        var lands = task != null && lands(task, id, request);
        if (existing == null && !lands) {
            unplanned.requireRoom(caller, client);
        }
        var response = existing != null
                ? existing.goneOnIn(Submitting.saidLanguage(published, request, acceptLanguage))
                : bringing.begun(caller, id, client, published, request, lands ? request.task() : null, acceptLanguage);
        response.wanting(WantedLanguages.said(caller, published, request, acceptLanguage));
        var view = write(caller, response, request, task, new Entry(published, answers, authoredAt, lands));
        return new Kept(
                view.seenBy(caller), existing == null, true, !lands && (task != null || request.task() != null), false);
    }

    private ResponseView write(
            Caller caller, Response response, PutResponse request, @Nullable AssignedTask task, Entry entry)
            throws SQLException {
        if (!request.complete()) {
            return recording.draft(caller, response, entry.published(), entry.answers(), task, entry.authoredAt());
        }
        return entry.lands()
                ? recording.complete(caller, response, entry.published(), entry.answers(), entry.authoredAt())
                : recording.completeAlone(caller, response, entry.published(), entry.answers(), entry.authoredAt());
    }

    /** While the app was offline a newer version may have come; the one that was shown does where the two compare. */
    private Published version(PutResponse request, @Nullable AssignedTask task) {
        if (task != null && task.latestComparable() && request.version() != null) {
            var work = task.work();
            var assigned = questionnaires.require(work.owner(), work.key(), work.version());
            var shown = questionnaires.find(work.key(), request.version());
            if (shown.isPresent() && shown.get().comparesWith(assigned)) {
                return shown.get();
            }
        }
        return bringing.version(request, task);
    }

    /** A draft that is there already, word for word, and was not written anew since. */
    private boolean says(Response existing, PutResponse request, Answers answers, Instant authoredAt) {
        return !request.complete()
                && rendering.canonical(answers).equals(rendering.canonicalOf(existing))
                && !Honesty.isWrittenAnew(request, authoredAt, existing.authoredAt);
    }

    /** Whether the task was closed by something else than this response. */
    private static boolean isWithout(Response existing, PutResponse request, @Nullable AssignedTask task) {
        return existing.taskId == null ? request.task() != null : task != null && task.state() != TaskState.COMPLETED;
    }

    /** The task that is answered, held. A response that was kept without one stays without. */
    private @Nullable AssignedTask task(ClientRecord client, PutResponse request, @Nullable Response existing)
            throws SQLException {
        var begun = existing == null ? null : existing.taskId;
        if (begun != null && request.task() != null && !request.task().equals(begun)) {
            throw ProblemException.conflict("id-taken", "This id holds a response to another task.");
        }
        var wanted = existing == null ? request.task() : begun;
        if (request.task() != null && !Objects.equals(wanted, request.task())) {
            held(client, request.task()); // another's task is not there, whatever the response says
        }
        if (wanted == null) {
            return null;
        }
        var task = held(client, wanted);
        if (!task.work().key().equals(request.questionnaire())) {
            throw ProblemException.invalid(
                    "/questionnaire",
                    "not-the-tasks-questionnaire",
                    "The task asks for " + task.work().key() + ".");
        }
        if (existing != null) {
            responses.getEntityManager().refresh(existing); // it may have been completed while we waited for the task
        }
        return task;
    }

    private AssignedTask held(ClientRecord client, UUID task) throws SQLException {
        return tasks.take(task)
                .filter(found -> found.clientId().equals(client.id()))
                .orElseThrow(ProblemException::notFound)
                .requireQuestionnaire();
    }

    /** Drafts can wait, so they are told why not; what is complete is kept all the same. */
    private static boolean lands(AssignedTask task, UUID id, PutResponse request) {
        var taken = task.responseId() != null && !task.responseId().equals(id);
        try {
            task.requireOpenOrPast();
        } catch (ProblemException closed) {
            if (!request.complete()) {
                throw closed;
            }
            return false;
        }
        if (taken && !request.complete()) {
            throw ProblemException.conflict("task-answered", "The task has a response under another id.");
        }
        return !taken;
    }
}
