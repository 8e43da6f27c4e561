package dev.kith.response;

import dev.kith.client.ClientRecord;
import dev.kith.definition.Answers;
import dev.kith.questionnaire.Published;
import dev.kith.response.BringingLate.Kept;
import dev.kith.security.Caller;
import dev.kith.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a client completed twice, on two devices that did not know of each other. The first to come stands; what differs is kept beside
 * it, as a response of its own to no task, under an id that follows from both. It raises its alerts, and is no measurement of its own: no series counts it.
 */
@ApplicationScoped
class Beside {
    @Inject
    Bringing bringing;

    @Inject
    Responses responses;

    @Inject
    RevisionBook revisions;

    @Inject
    Unplanned unplanned;

    @Inject
    Recording recording;

    @Inject
    Rendering rendering;

    /** Whether it says this, or said it before it was amended: then it was sent again, and is no other. */
    boolean hasSaid(Response stands, Published published, Answers answers) throws SQLException {
        var said = rendering.canonical(answers);
        return said.equals(rendering.canonicalOf(stands))
                || revisions.of(stands.id).stream()
                        .map(earlier -> Answers.of(published.definition(), earlier.answers()))
                        .anyMatch(earlier -> said.equals(rendering.canonical(earlier)));
    }

    /** Once, however often it is sent. */
    Kept keep(
            Caller caller,
            ClientRecord client,
            Response stands,
            PutResponse request,
            Answers answers,
            Instant authoredAt,
            @Nullable String acceptLanguage)
            throws SQLException {
        var id = id(stands, answers);
        var kept = responses.findById(id);
        if (kept != null) {
            return new Kept(rendering.view(kept).seenBy(caller), false, false, true, false);
        }
        unplanned.requireRoom(caller, client);
        var published = rendering.published(stands);
        var response = bringing.begun(caller, id, client, published, request, null, acceptLanguage)
                .beside(stands);
        response.wanting(WantedLanguages.said(caller, published, request, acceptLanguage));
        var view = recording.completeAlone(caller, response, published, answers, authoredAt);
        return new Kept(view.seenBy(caller), true, true, true, false);
    }

    private UUID id(Response stands, Answers answers) {
        return Ids.of("beside " + stands.id + " of " + stands.clientId + ": " + rendering.canonical(answers));
    }
}
