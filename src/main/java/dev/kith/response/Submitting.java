package dev.kith.response;

import dev.kith.assignment.AssignedTask;
import dev.kith.assignment.TaskBook;
import dev.kith.problem.ProblemException;
import dev.kith.questionnaire.AnswerFaults;
import dev.kith.questionnaire.Published;
import dev.kith.security.Caller;
import dev.kith.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A client answers a task: as often as they like as a draft, once for good. */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
public class Submitting {
    @Inject
    TaskBook tasks;

    @Inject
    Responses responses;

    @Inject
    Versions versions;

    @Inject
    Recording recording;

    @Inject
    Rendering rendering;

    @Inject
    Clock clock;

    /** What was stored, and whether it is new. */
    public record Stored(ResponseView view, boolean created) {}

    /** The task is held from here on: of any number of twins one goes first, the others find its answer. */
    public Stored answer(Caller caller, UUID taskId, AnswerTask request, @Nullable String acceptLanguage)
            throws SQLException {
        var task = tasks.take(taskId)
                .filter(found -> found.clientId().equals(caller.clientId()))
                .orElseThrow(ProblemException::notFound)
                .requireQuestionnaire();
        var existing = task.responseId() == null ? null : responses.require(task.responseId());
        var published = existing != null ? rendering.published(existing) : versions.toAnswer(task);
        if (existing != null && existing.isComplete()) {
            return new Stored(
                    recording.again(
                            existing, request.complete(), AnswerFaults.requireDraft(published, request.answers())),
                    false);
        }
        task.requireOpen();
        var answers = request.complete()
                ? AnswerFaults.requireComplete(published, request.answers())
                : AnswerFaults.requireDraft(published, request.answers());
        var response = existing != null
                ? existing.goneOnIn(saidLanguage(published, request, acceptLanguage))
                : begun(caller, task, published, request, acceptLanguage);
        response.wanting(WantedLanguages.said(caller, published, request, acceptLanguage));
        var view = request.complete()
                ? recording.complete(caller, response, published, answers, null)
                : recording.draft(caller, response, published, answers, task, null);
        return new Stored(view, existing == null);
    }

    private Response begun(
            Caller caller,
            AssignedTask task,
            Published published,
            AnswerTask request,
            @Nullable String acceptLanguage) {
        var now = clock.instant();
        var origin = Origin.of(Author.CLIENT, caller, request, now, now, language(published, request, acceptLanguage));
        return new Response(Ids.next(), task.clientId(), published, task.id(), origin);
    }

    /** What says something else than what is completed is for an amendment. */
    static ProblemException completedAlready() {
        return ProblemException.conflict(
                "already-completed", "It is completed with other answers; amend the response instead.");
    }

    /** The one that the questions were shown in, as far as the version has it. */
    static String language(Published published, Sending sent, @Nullable String acceptLanguage) {
        return published.languageFor(sent.language() == null ? acceptLanguage : sent.language());
    }

    /** Null when this sending says nothing about it. */
    static @Nullable String saidLanguage(Published published, Sending sent, @Nullable String acceptLanguage) {
        return sent.language() == null && acceptLanguage == null ? null : language(published, sent, acceptLanguage);
    }
}
