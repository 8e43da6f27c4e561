package dev.kith.response;

import dev.kith.audit.Audit;
import dev.kith.client.ClientDirectory;
import dev.kith.client.ClientTurns;
import dev.kith.definition.AnswerCheck;
import dev.kith.paging.Cursor;
import dev.kith.paging.Slice;
import dev.kith.problem.ProblemException;
import dev.kith.questionnaire.AnswerFaults;
import dev.kith.questionnaire.Published;
import dev.kith.safety.ShownCard;
import dev.kith.safety.ShownCards;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be done with responses that are there: read them, amend them. What an amendment replaces is kept. */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
class Amending {
    @Inject
    Responses responses;

    @Inject
    RevisionBook revisions;

    @Inject
    ClientTurns clientTurns;

    @Inject
    ClientDirectory clients;

    @Inject
    Recording recording;

    @Inject
    Rendering rendering;

    @Inject
    ShownCards cards;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /** Amends once: the same answers as now change nothing and give the same reply. */
    ResponseView amend(Caller caller, UUID id, AmendResponse request) throws SQLException {
        var response = responses.require(id);
        clientTurns.take(response.clientId);
        responses.getEntityManager().refresh(response, LockModeType.PESSIMISTIC_WRITE);
        clients.requireCaredForBy(caller, response.clientId).requireActive();
        if (caller.isClient() && !response.author.equals(Author.CLIENT.code())) {
            throw ProblemException.conflict("not-your-answers", "Only whoever answered, or the care team, amends.");
        }
        if (!response.isComplete()) {
            throw ProblemException.conflict("not-completed", "It is a draft: complete it.");
        }
        var published = rendering.published(response);
        var answers = lacksSome(response, published)
                ? AnswerFaults.requireBrought(published, request.answers())
                : AnswerFaults.requireComplete(published, request.answers());
        if (rendering.canonical(answers).equals(rendering.canonicalOf(response))) {
            return rendering.view(response);
        }
        revisions.keep(response, caller.id(), request.reason(), clock.instant());
        return recording.amend(caller, response, published, answers);
    }

    /** What was brought over may have come without some answers; mending another one does not find them. */
    private boolean lacksSome(Response response, Published published) {
        return !AnswerCheck.faultsOfComplete(published.definition(), rendering.answers(response.answers))
                .isEmpty();
    }

    ResponseView read(Caller caller, UUID id) throws SQLException {
        var response = responses.require(id);
        clients.requireCaredForBy(caller, response.clientId);
        audit.read(caller, "response.read", "response", id, response.clientId);
        return rendering.view(response);
    }

    List<ShownCard> cards(Caller caller, UUID id) throws SQLException {
        var response = responses.require(id);
        clients.requireCaredForBy(caller, response.clientId);
        audit.read(caller, "response.crisis-cards-read", "response", id, response.clientId);
        return cards.of(id);
    }

    List<RevisionView> revisions(Caller caller, UUID id) throws SQLException {
        var response = responses.require(id);
        clients.requireCaredForBy(caller, response.clientId);
        audit.read(caller, "response.revisions-read", "response", id, response.clientId);
        return revisions.of(id);
    }

    Slice<ResponseView> list(
            Caller caller, UUID clientId, @Nullable String questionnaire, @Nullable Cursor after, int limit)
            throws SQLException {
        clients.requireCaredForBy(caller, clientId);
        audit.read(caller, "responses.listed", "client", clientId, clientId);
        var slice = Slice.of(
                responses.pageOf(clientId, questionnaire, after, limit), limit, r -> Cursor.of(r.authoredAt, r.id));
        return new Slice<>(rendering.views(slice.items()), slice.next());
    }
}
