package dev.kith.response;

import dev.kith.assignment.AssignedTask;
import dev.kith.assignment.TaskBook;
import dev.kith.client.ClientDirectory;
import dev.kith.client.ClientTurns;
import dev.kith.questionnaire.Published;
import dev.kith.questionnaire.QuestionnaireCatalogue;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What answers that were refused were sent to. What is not the caller's to write to is not there, so that nobody learns of it. */
@ApplicationScoped
class SentTo {
    @Inject
    ClientDirectory clients;

    @Inject
    ClientTurns turns;

    @Inject
    TaskBook tasks;

    @Inject
    Responses responses;

    @Inject
    WhoseResponse whose;

    @Inject
    Versions versions;

    @Inject
    QuestionnaireCatalogue questionnaires;

    @Inject
    Rendering rendering;

    /**
     * Where they belong; the client's turn is taken.
     *
     * @param stands the response to the same questionnaire that is there
     * @param task the one that asks for this questionnaire
     * @param free an id that they were sent to, and that is nobody's yet
     */
    record Address(
            UUID client,
            @Nullable Response stands,
            @Nullable AssignedTask task,
            @Nullable UUID free,
            Published published) {

        /** The task, where a draft of these answers would be its first. */
        @Nullable
        AssignedTask begins() {
            return stands == null && task != null && task.responseId() == null ? task : null;
        }
    }

    /** Null when the caller may not write there, or nobody can tell what was answered. */
    @Nullable
    Address of(Caller caller, RefusedAnswers sent) throws SQLException {
        var client =
                clients.findAddressed(caller, sent.client(), () -> named(sent)).orElse(null);
        if (client == null) {
            return null;
        }
        turns.take(client);
        var named = sent.response() == null ? null : responses.findById(sent.response());
        var task = task(client, sent);
        var stands = stands(client, sent, named, task);
        var published = published(sent, stands, task);
        if (published == null) {
            return null;
        }
        var key = published.key();
        return new Address(
                client,
                stands != null && stands.questionnaireKey.equals(key) ? stands : null,
                task != null && task.work().key().equals(key) ? task : null,
                named == null ? sent.response() : null,
                published);
    }

    /** The client of the response that it was sent to. */
    private @Nullable UUID named(RefusedAnswers sent) {
        return sent.response() == null
                ? null
                : whose.clientOf(sent.response()).stream().findFirst().orElse(null);
    }

    private @Nullable AssignedTask task(UUID client, RefusedAnswers sent) throws SQLException {
        return sent.task() == null
                ? null
                : tasks.take(sent.task())
                        .filter(found ->
                                found.clientId().equals(client) && !found.work().isExercise())
                        .orElse(null);
    }

    private @Nullable Response stands(
            UUID client, RefusedAnswers sent, @Nullable Response named, @Nullable AssignedTask task) {
        if (sent.response() != null) {
            return named != null && named.clientId.equals(client) ? named : null;
        }
        return task == null || task.responseId() == null ? null : responses.findById(task.responseId());
    }

    /** By what it was sent to; else by what it says that it is. */
    private @Nullable Published published(RefusedAnswers sent, @Nullable Response stands, @Nullable AssignedTask task) {
        var key = sent.questionnaire();
        if (stands != null && (key == null || key.equals(stands.questionnaireKey))) {
            return rendering.published(stands);
        }
        if (task != null && (key == null || key.equals(task.work().key()))) {
            return versions.toAnswer(task);
        }
        if (key == null) {
            return null;
        }
        var version = sent.version() == null ? Optional.<Published>empty() : questionnaires.find(key, sent.version());
        return version.or(() -> questionnaires.findCurrent(key)).orElse(null);
    }
}
