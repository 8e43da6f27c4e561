package dev.kith.response;

import dev.kith.assignment.AssignedTask;
import dev.kith.assignment.TaskBook;
import dev.kith.audit.Audit;
import dev.kith.definition.Answers;
import dev.kith.outbox.Outbox;
import dev.kith.questionnaire.Published;
import dev.kith.response.ResponseScored.FiredRule;
import dev.kith.scoring.AlertRule;
import dev.kith.scoring.AlertRules;
import dev.kith.scoring.Scored;
import dev.kith.scoring.Scorer;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes answers down, with everything that must stand or fall with them: scores, task, alert, outbox, trail. Runs in its
 * caller's transaction.
 */
@ApplicationScoped
class Recording {
    @Inject
    Responses responses;

    @Inject
    ScoreBook scores;

    @Inject
    TaskBook tasks;

    @Inject
    Rendering rendering;

    @Inject
    Knowing knowing;

    @Inject
    GateAnswers gateAnswers;

    @Inject
    Event<ResponseScored> news;

    @Inject
    Outbox outbox;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /** @param authoredAt as said by whoever sent it; null: a client's own is written now, another's when it was said to be */
    ResponseView draft(
            Caller caller,
            Response response,
            Published published,
            Answers answers,
            @Nullable AssignedTask task,
            @Nullable Instant authoredAt)
            throws SQLException {
        var fired = firedOnDraft(response, published, answers);
        response.draft(rendering.canonical(answers));
        var unsaid = caller.isClient() ? clock.instant() : response.authoredAt;
        response.authoredAt = Objects.requireNonNullElse(authoredAt, unsaid);
        responses.persistAndFlush(response);
        if (task != null) {
            tasks.drafted(task, response.id);
        }
        tell(caller, response, 0, fired, true);
        audit.wrote(caller, "response.drafted", "response", response.id, response.clientId);
        return rendering.drafted(response, published, answers, clock.instant());
    }

    /** Before it takes the place of the one so far. */
    private List<FiredRule> firedOnDraft(Response response, Published published, Answers answers) {
        var given = Rendering.given(response, answers);
        var fired = AlertRules.firingOnDraft(published.model(), given);
        var isFirst = fired.isEmpty() || response.answers == null;
        return Evidence.ofDraft(fired, given, isFirst ? null : rendering.given(Standing.of(response), published));
    }

    /**
     * A draft that is older than the one that stands: its answers are not kept. What they call for is told all the same, as it would
     * have been had it come first.
     */
    ResponseView overtaken(Caller caller, Response stands, Published published, Answers older) throws SQLException {
        var fired = AlertRules.firingOnDraft(published.model(), Rendering.given(stands, older));
        return heard(caller, stands, published, fired, Evidence.heard(fired, Rendering.given(stands, older)));
    }

    /**
     * What was said is not kept. What it calls for is told about the response that stands.
     *
     * @param fired what the card goes by
     * @param told those of them that are told; heard before, they change nothing
     */
    ResponseView heard(Caller caller, Response stands, Published published, List<AlertRule> fired, List<FiredRule> told)
            throws SQLException {
        tell(caller, stands, 0, told, true);
        return rendering.standing(stands, published, fired, clock.instant());
    }

    ResponseView complete(
            Caller caller, Response response, Published published, Answers answers, @Nullable Instant authoredAt)
            throws SQLException {
        var followed = response.taskId == null
                || tasks.completed(response.taskId, response.id, clock.instant())
                        .followed();
        return complete(caller, response, published, answers, authoredAt, followed);
    }

    /** Whatever became of its task, that stays as it is. */
    ResponseView completeAlone(
            Caller caller, Response response, Published published, Answers answers, @Nullable Instant authoredAt)
            throws SQLException {
        return complete(caller, response, published, answers, authoredAt, true);
    }

    private ResponseView complete(
            Caller caller,
            Response response,
            Published published,
            Answers answers,
            @Nullable Instant authoredAt,
            boolean followed)
            throws SQLException {
        var now = clock.instant();
        var draft = response.answers == null ? null : Standing.of(response);
        var began = authoredAt == null || caller.isClient() ? response.begunByOurClock() : response.startedAt;
        response.keep(knowing.at(response, published, began, Objects.requireNonNullElse(authoredAt, now)));
        var scored = Scorer.score(published.model(), Rendering.given(response, answers));
        response.complete(rendering.canonical(answers), scored.flags(), authoredAt, now);
        responses.persistAndFlush(response);
        var hidden = scores.add(response, scored);
        return told(
                caller,
                response,
                published,
                answers,
                scored,
                new Deed("response.completed", draft, null, hidden, followed));
    }

    /** Completing what is completed: the same answers give the same reply; others are for an amendment. */
    ResponseView again(Response existing, boolean complete, Answers answers) throws SQLException {
        if (!complete || !rendering.canonical(answers).equals(rendering.canonicalOf(existing))) {
            throw Submitting.completedAlready();
        }
        return rendering.view(existing);
    }

    ResponseView amend(Caller caller, Response response, Published published, Answers answers) throws SQLException {
        var scored = Scorer.score(published.model(), Rendering.given(response, answers));
        var before = Answers.of(published.definition(), rendering.answers(response.answers));
        response.amend(rendering.canonical(answers), scored.flags());
        responses.flush();
        var hidden = scores.add(response, scored);
        return told(
                caller, response, published, answers, scored, new Deed("response.amended", null, before, hidden, true));
    }

    /**
     * @param draft what was said before it was completed; null where nothing was
     * @param before the answers that are amended; null when none are
     * @param hidden some of its scores are kept from the client
     * @param followed a program may hear of it; false where none runs
     */
    private record Deed(
            String what, @Nullable Standing draft, @Nullable Answers before, boolean hidden, boolean followed) {}

    private ResponseView told(
            Caller caller, Response response, Published published, Answers answers, Scored scored, Deed deed)
            throws SQLException {
        gateAnswers.tell(
                caller, response, deed.before(), answers); // before anybody hears of the response and looks at gates
        var given = Rendering.given(response, answers);
        var fired = AlertRules.firing(published.model(), given, scored);
        var draft = fired.isEmpty() || deed.draft() == null ? null : rendering.given(deed.draft(), published);
        var told = Evidence.completing(fired, given, draft);
        tell(caller, response, response.revision, told, deed.followed());
        outbox.put(
                deed.what(),
                response.id,
                response.clientId,
                Map.of("questionnaire", response.questionnaireKey, "revision", response.revision));
        audit.wrote(caller, deed.what(), "response", response.id, response.clientId);
        return rendering.told(response, published, answers, scored, deed.hidden(), clock.instant());
    }

    /** @param revision 0 of what is not complete */
    private void tell(Caller caller, Response response, int revision, List<FiredRule> fired, boolean followed) {
        if (fired.isEmpty() && revision == 0) {
            return;
        }
        news.fire(new ResponseScored(
                caller,
                response.id,
                response.clientId,
                response.taskId,
                response.questionnaireKey,
                response.questionnaireVersion,
                revision,
                followed,
                fired));
    }
}
