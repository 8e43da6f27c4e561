package dev.kith.response;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.refusal.Heard;
import dev.kith.refusal.Heeds;
import dev.kith.refusal.Keeping;
import dev.kith.refusal.RefusedCall;
import dev.kith.response.Hearing.Place;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;

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
        var place = sent.complete() && call.mayBeKept(caller)
                ? hearing.newsOf(caller, sent).orElse(null)
                : null;
        return Keeping.orTell(() -> place == null ? null : kept(caller, call, place), () -> hearing.tell(caller, sent));
    }

    private Heard kept(Caller caller, RefusedCall call, Place place) throws SQLException {
        var task = call.inPath("taskId");
        var request = task == null
                ? json.convertValue(call.body(), PutResponse.class)
                : put(task, place, json.convertValue(call.body(), AnswerTask.class));
        var kept = late.put(caller, place.response(), request, call.languages()).view();
        return new Heard(kept.crisisCard(), kept.id());
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
