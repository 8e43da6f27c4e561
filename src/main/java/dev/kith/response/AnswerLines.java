package dev.kith.response;

import dev.kith.definition.Item;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers item by item, page by page, for tables. Without anybody's own words. Who may see them is for the caller to ask. */
@ApplicationScoped
public class AnswerLines {
    @Inject
    Responses responses;

    @Inject
    Rendering rendering;

    /**
     * One answer; of a choice of many, one for each that was chosen.
     *
     * @param author client, clinician or informant
     * @param loinc code of the question, where one was verified
     * @param value a number, true or false, or a code, date or time; never text of somebody's own
     */
    public record AnswerLine(
            UUID responseId,
            Instant at,
            String questionnaire,
            int version,
            String author,
            String linkId,
            @Nullable String loinc,
            Object value) {}

    /**
     * Answers of a page of responses.
     *
     * @param next after which response the next page begins; null when there is none
     */
    public record AnswerPage(
            List<AnswerLine> lines, @Nullable ResponsePlace next) {}

    /** Of so many responses, the oldest first; items in the order of the questionnaire. */
    public AnswerPage page(UUID client, @Nullable String questionnaire, ResponsePlace after, Instant before, int many) {
        var found = responses.complete(client, questionnaire, after, before, many);
        var lines = new ArrayList<AnswerLine>();
        found.forEach(response -> add(response, lines));
        var last = found.size() < many ? null : found.get(found.size() - 1);
        return new AnswerPage(lines, last == null ? null : new ResponsePlace(last.authoredAt, last.id));
    }

    private void add(Response response, List<AnswerLine> lines) {
        var answers = rendering.answers(response.answers);
        for (var item : rendering.published(response).definition().items()) {
            for (var value : plain(item, answers.get(item.linkId()))) {
                lines.add(new AnswerLine(
                        response.id,
                        response.authoredAt,
                        response.questionnaireKey,
                        response.questionnaireVersion,
                        response.author,
                        item.linkId(),
                        item.loinc(),
                        value));
            }
        }
    }

    /** Texts, and what somebody wrote in place of an option, are own words. */
    static List<?> plain(Item item, @Nullable Object answer) {
        if (answer == null || item.type() == Item.Type.TEXT || answer instanceof Map<?, ?>) {
            return List.of();
        }
        return answer instanceof List<?> chosen ? chosen : List.of(answer);
    }
}
