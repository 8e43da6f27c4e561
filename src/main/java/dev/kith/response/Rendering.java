package dev.kith.response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.kith.definition.Answers;
import dev.kith.definition.GivenAnswers;
import dev.kith.questionnaire.CriterionView;
import dev.kith.questionnaire.Published;
import dev.kith.questionnaire.QuestionnaireCatalogue;
import dev.kith.questionnaire.ScoreView;
import dev.kith.safety.CardSeverity;
import dev.kith.safety.CrisisCard;
import dev.kith.scoring.AlertRule;
import dev.kith.scoring.AlertRules;
import dev.kith.scoring.Given;
import dev.kith.scoring.Scored;
import dev.kith.scoring.Scorer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns stored responses into what is told: with their own version's words, in the language of the answer. */
@ApplicationScoped
class Rendering {
    @Inject
    QuestionnaireCatalogue questionnaires;

    @Inject
    ScoreBook scores;

    @Inject
    AnswerCards cards;

    private final ObjectReader reader;
    private final ObjectWriter writer;

    @Inject
    Rendering(ObjectMapper json) {
        reader = json.readerFor(new TypeReference<Map<String, Object>>() {})
                .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        writer = json.writer().with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    }

    /** The same answers, the same text. */
    String canonical(Answers answers) {
        try {
            return writer.writeValueAsString(answers.values());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of stored answers: the database keeps JSON, not its spelling. */
    String canonicalOf(Response response) {
        return canonical(Answers.of(published(response).definition(), answers(response.answers)));
    }

    /** As they are stored. */
    Map<String, Object> answers(String stored) {
        try {
            return reader.readValue(stored);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored answers are not JSON", e);
        }
    }

    Published published(Response response) {
        return questionnaires.require(
                response.questionnairePracticeId, response.questionnaireKey, response.questionnaireVersion);
    }

    /** One response with its stored scores; one query, and one for the crisis card where a rule asks for it. */
    ResponseView view(Response response) throws SQLException {
        return views(List.of(response)).get(0);
    }

    List<ResponseView> views(List<Response> responses) throws SQLException {
        var complete = responses.stream()
                .filter(Response::isComplete)
                .map(response -> response.id)
                .toList();
        Map<UUID, List<ScoreBook.Kept>> kept = complete.isEmpty() ? Map.of() : scores.of(complete);
        return responses.stream()
                .map(response -> view(response, published(response), kept.get(response.id)))
                .toList();
    }

    /** A draft that was stored just now: it has no scores yet. */
    ResponseView drafted(Response response, Published published, Answers answers, Instant at) {
        return draft(response, published, answers, List.of(), cards.shown(response, at));
    }

    /** The draft that stands, with the crisis card also where another one called for it. */
    ResponseView standing(Response response, Published published, List<AlertRule> others, Instant at) {
        var answers = Answers.of(published.definition(), answers(response.answers));
        return draft(response, published, answers, others, cards.shown(response, at));
    }

    private ResponseView draft(
            Response response, Published published, Answers answers, List<AlertRule> others, AnswerCards.Way how) {
        var fired = AlertRules.firingOnDraft(published.model(), given(response, answers));
        var card = CardSeverity.gravest(
                Stream.concat(fired.stream(), others.stream()).toList());
        return view(response, published, answers, List.of(), false, List.of(), how.of(card));
    }

    /** One that was scored and stored just now: nothing is read or scored again. */
    ResponseView told(
            Response response, Published published, Answers answers, Scored scored, boolean hidden, Instant at) {
        var language = published.languageFor(response.language);
        var scores = scored.scales().stream()
                .map(score -> ScoreView.of(published, score, language))
                .toList();
        return view(response, published, answers, scored, scores, hidden, cards.shown(response, at));
    }

    /** One from before, with the scores that were stored; its criteria are made again: the same version gives the same. */
    private ResponseView view(Response response, Published published, @Nullable List<ScoreBook.Kept> kept) {
        var answers = Answers.of(published.definition(), answers(response.answers));
        return response.isComplete()
                ? view(
                        response,
                        published,
                        answers,
                        Scorer.score(published.model(), given(response, answers)),
                        inOrder(published, kept, published.languageFor(response.language)),
                        kept != null && kept.stream().anyMatch(ScoreBook.Kept::hidden),
                        cards.read(response))
                : draft(response, published, answers, List.of(), cards.read(response));
    }

    private ResponseView view(
            Response response,
            Published published,
            Answers answers,
            Scored scored,
            List<ScoreView> scores,
            boolean hidden,
            AnswerCards.Way how) {
        var card = CardSeverity.gravest(AlertRules.firing(published.model(), given(response, answers), scored));
        var criteria = CriterionView.all(published, scored.criteria(), published.languageFor(response.language));
        return view(response, published, answers, scores, hidden, criteria, how.of(card));
    }

    private ResponseView view(
            Response response,
            Published published,
            Answers answers,
            List<ScoreView> scores,
            boolean hidden,
            List<CriterionView> criteria,
            @Nullable CrisisCard card) {
        return new ResponseView(
                response.id,
                response.state(),
                response.clientId,
                response.taskId,
                response.besideId,
                response.questionnaireKey,
                response.questionnaireVersion,
                published.label(response.language),
                published.definition().passport().licence().attribution(),
                response.revision,
                Author.of(response.author),
                response.enteredBy,
                response.authoredAt,
                response.completedAt,
                response.language,
                asAsked(published, answers.values()),
                scores,
                hidden,
                criteria,
                List.of(response.flags),
                card);
    }

    /** Of what is stored. */
    Given given(Standing standing, Published published) {
        var answers = Answers.of(published.definition(), answers(standing.answers()));
        return GivenAnswers.of(answers, standing.circumstances());
    }

    static Given given(Response response, Answers answers) {
        return GivenAnswers.of(answers, response.circumstances());
    }

    /** In the order of the items: the database keeps one of its own, and a retry is told what the first was told. */
    private static Map<String, Object> asAsked(Published published, Map<String, Object> answers) {
        var ordered = new LinkedHashMap<String, Object>();
        for (var item : published.definition().items()) {
            var answer = answers.get(item.linkId());
            if (answer != null) {
                ordered.put(item.linkId(), answer);
            }
        }
        return ordered;
    }

    private static List<ScoreView> inOrder(Published published, @Nullable List<ScoreBook.Kept> kept, String language) {
        if (kept == null) {
            return List.of();
        }
        return published.definition().scales().stream()
                .flatMap(scale -> kept.stream().filter(one -> one.scale().equals(scale.code())))
                .map(one -> one.view(published, language))
                .toList();
    }
}
