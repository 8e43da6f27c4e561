package dev.kith.response;

import dev.kith.assignment.AssignedTask;
import dev.kith.assignment.TaskBook;
import dev.kith.client.ClientDirectory;
import dev.kith.client.ClientTurns;
import dev.kith.definition.AnswerCheck;
import dev.kith.definition.Answers;
import dev.kith.definition.GivenAnswers;
import dev.kith.problem.ProblemException;
import dev.kith.questionnaire.Published;
import dev.kith.questionnaire.QuestionnaireCatalogue;
import dev.kith.safety.CrisisCard;
import dev.kith.scoring.AlertRule;
import dev.kith.scoring.AlertRules;
import dev.kith.scoring.Circumstances;
import dev.kith.security.Caller;
import dev.kith.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Looks at answers that were refused. Rules that look at drafts too, and critical ones, are told of what could be read: about the
 * response that stands, or about a draft that is kept of it where none does.
 */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
class Hearing {
    @Inject
    ClientDirectory clients;

    @Inject
    ClientTurns turns;

    @Inject
    TaskBook tasks;

    @Inject
    Responses responses;

    @Inject
    Versions versions;

    @Inject
    QuestionnaireCatalogue questionnaires;

    @Inject
    Rendering rendering;

    @Inject
    Recording recording;

    @Inject
    Beside beside;

    @Inject
    Clock clock;

    /**
     * What was heard.
     *
     * @param id of the response that stands, or of the draft to be kept
     * @param task the one that the draft answers
     * @param unseen of the rules that fired, those that do not fire for the same answers on what stands
     */
    private record Heard(
            UUID id,
            UUID client,
            @Nullable Response stands,
            @Nullable AssignedTask task,
            Published published,
            Answers answers,
            List<AlertRule> fired,
            List<AlertRule> unseen) {}

    /** Where an app that was offline would have sent it. */
    record Place(UUID response, String questionnaire) {}

    /** Empty when nothing was heard that is not known. */
    Optional<Place> newsOf(Caller caller, RefusedAnswers sent) throws SQLException {
        var heard = heard(caller, sent);
        if (heard == null || heard.unseen().isEmpty()) {
            return Optional.empty();
        }
        var stands = heard.stands();
        if (stands != null && stands.isComplete() && beside.hasSaid(stands, heard.published(), heard.answers())) {
            return Optional.empty();
        }
        return Optional.of(new Place(heard.id(), heard.published().key()));
    }

    /** Tells whoever must know; the card to show. Again, it changes nothing and gives the card again. */
    @Nullable
    CrisisCard tell(Caller caller, RefusedAnswers sent) throws SQLException {
        var heard = heard(caller, sent);
        if (heard == null || heard.fired().isEmpty()) {
            return null;
        }
        var stands = heard.stands() != null ? heard.stands() : drafted(caller, sent, heard);
        return stands == null
                ? null
                : recording
                        .heard(caller, stands, heard.published(), heard.answers(), heard.fired(), heard.unseen())
                        .crisisCard();
    }

    /** As what could be read would have been kept, had it been sent so. Null when nobody can tell whose words these are. */
    private @Nullable Response drafted(Caller caller, RefusedAnswers sent, Heard heard) throws SQLException {
        if (sent.author() == null) {
            return null;
        }
        var now = clock.instant();
        var at = Objects.requireNonNullElse(sent.writtenAt(now), now);
        var origin = Response.Origin.of(
                sent.author(), caller, sent, at, now, Submitting.language(heard.published(), sent, null));
        var task = heard.task();
        var response =
                new Response(heard.id(), heard.client(), heard.published(), task == null ? null : task.id(), origin);
        recording.draft(caller, response, heard.published(), heard.answers(), task, at);
        return response;
    }

    private @Nullable Heard heard(Caller caller, RefusedAnswers sent) throws SQLException {
        var client = client(caller, sent);
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
        if (stands != null && !stands.questionnaireKey.equals(published.key())) {
            stands = null; // the id holds something else
        }
        var answers = AnswerCheck.fitting(published.definition(), sent.answers());
        var fired = fired(sent, published, answers);
        var id = stands != null ? stands.id : sent.response() != null && named == null ? sent.response() : null;
        if (id == null) {
            id = Ids.of("heard of " + client + " at " + sent.task() + ": " + rendering.canonical(answers));
            stands = responses.findById(id);
        }
        var begins = stands == null && task != null && task.responseId() == null && asksFor(task, published);
        return new Heard(
                id,
                client,
                stands,
                begins ? task : null,
                published,
                answers,
                fired,
                unseen(fired, published, answers, stands));
    }

    /** Whom it is about, if the caller may write there. What is another's is not there, so that nobody learns of it. */
    private @Nullable UUID client(Caller caller, RefusedAnswers sent) {
        var own = caller.clientId();
        if (own != null) {
            return sent.client() == null || own.equals(sent.client()) ? own : null;
        }
        var named = sent.client() != null || sent.response() == null ? null : responses.findById(sent.response());
        var client = named == null ? sent.client() : named.clientId;
        try {
            return client == null
                    ? null
                    : clients.requireCaredForBy(caller, client).id();
        } catch (ProblemException notTheirs) {
            return null;
        }
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

    private static boolean asksFor(AssignedTask task, Published published) {
        return task.work().key().equals(published.key());
    }

    /** What only completed answers are looked at for waits until they are completed, unless somebody must act now. */
    private static List<AlertRule> fired(RefusedAnswers sent, Published published, Answers answers) {
        var given = GivenAnswers.of(answers, Circumstances.UNKNOWN);
        return sent.complete()
                ? AlertRules.firing(published.model(), given).stream()
                        .filter(rule -> rule.onDraft() || rule.severity() == AlertRule.Severity.CRITICAL)
                        .toList()
                : AlertRules.firingOnDraft(published.model(), given);
    }

    private List<AlertRule> unseen(
            List<AlertRule> fired, Published published, Answers answers, @Nullable Response stands) {
        if (stands == null || fired.isEmpty()) {
            return fired;
        }
        var standing = rendering.given(stands, published);
        var seen = stands.isComplete()
                ? AlertRules.firing(published.model(), standing)
                : AlertRules.firingOnDraft(published.model(), standing);
        var given = Rendering.given(stands, answers);
        return fired.stream()
                .filter(rule -> !seen.contains(rule) || !rule.evidence(given).equals(rule.evidence(standing)))
                .toList();
    }
}
