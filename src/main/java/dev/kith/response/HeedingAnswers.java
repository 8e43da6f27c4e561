package dev.kith.response;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.problem.ProblemException;
import dev.kith.problem.ProblemType;
import dev.kith.refusal.Heard;
import dev.kith.refusal.Heeds;
import dev.kith.refusal.RefusedCall;
import dev.kith.response.BringingLate.Kept;
import dev.kith.response.Hearing.Place;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Answers that call for somebody are heard though they are refused. What a client completed, and what is refused only for what
 * became of its task or response, is kept as it is kept from an app that was offline.
 */
@ApplicationScoped
class HeedingAnswers implements Heeds {
    @Inject
    Hearing hearing;

    @Inject
    BringingLate late;

    @Inject
    ObjectMapper json;

    @Override
    public String kind() {
        return "response";
    }

    @Override
    public Set<Class<?>> bodies() {
        return Set.of(AnswerTask.class, PutResponse.class, AmendResponse.class);
    }

    @Override
    public Heard heed(Caller caller, RefusedCall call) throws SQLException {
        var sent = RefusedAnswers.of(caller, call);
        if (call.conflict()
                && sent.complete()
                && caller.isClient()
                && !call.body().containsKey("reason")) {
            var place = hearing.newsOf(caller, sent);
            try {
                var kept = place.isEmpty() ? null : kept(caller, call, place.get());
                if (kept != null) {
                    return new Heard(kept.view().crisisCard(), kept.view().id());
                }
            } catch (ProblemException later) {
                if (later.type() != ProblemType.TOO_MANY_REQUESTS) {
                    throw later;
                }
                return new Heard(hearing.tell(caller, sent), null, later);
            }
        }
        return new Heard(hearing.tell(caller, sent), null);
    }

    /** Null when it can never be kept as it is; throws what is over when it is sent again. */
    private @Nullable Kept kept(Caller caller, RefusedCall call, Place place) throws SQLException {
        try {
            var task = call.inPath("taskId");
            var request = task == null
                    ? json.convertValue(call.body(), PutResponse.class)
                    : put(task, place, json.convertValue(call.body(), AnswerTask.class));
            return late.put(caller, place.response(), request, call.languages());
        } catch (ProblemException refusedToo) {
            if (refusedToo.retryAfter() != null) {
                throw refusedToo;
            }
            return null;
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    private static PutResponse put(UUID task, Place place, AnswerTask sent) {
        return new PutResponse(
                null,
                task,
                place.questionnaire(),
                null,
                sent.answers(),
                Author.CLIENT,
                null,
                sent.startedAt(),
                sent.clientTime(),
                sent.timeZone(),
                sent.language(),
                true);
    }
}
