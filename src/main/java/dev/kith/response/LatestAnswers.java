package dev.kith.response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.definition.Definition.Respondent;
import dev.kith.questionnaire.QuestionnaireCatalogue;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What a client answered last, by questionnaire, for rooms that decide by it: in the client's own words, never in those of somebody beside them. Of what only
 * clinicians answer, what a clinician did. Native, because one statement finds the last of each with its scores.
 */
@ApplicationScoped
public class LatestAnswers {
    private static final String READ = """
        select distinct on (r.questionnaire_key) r.questionnaire_key, r.authored_at, r.answers::text,
          coalesce((select jsonb_object_agg(s.scale, s.value) from score s
                    where s.practice_id = r.practice_id and s.response_id = r.id and s.revision = r.revision
                      and s.value is not null), '{}')::text
        from response r
        where r.practice_id = kith_practice() and r.client_id = ? and r.questionnaire_key = any (?)
          and r.author = case when r.questionnaire_key = any (?) then 'clinician' else 'client' end
          and r.state in ('completed', 'amended') and r.beside_id is null
        order by r.questionnaire_key, r.authored_at desc, r.id desc
        """;

    @Inject
    AgroalDataSource database;

    @Inject
    QuestionnaireCatalogue catalogue;

    @Inject
    ObjectMapper json;

    /**
     * The latest completed response.
     *
     * @param answers by link id, as they were given
     * @param scores by scale; those that are valid
     */
    public record Latest(Instant authoredAt, Map<String, Object> answers, Map<String, BigDecimal> scores) {}

    /** By questionnaire; none for those that were never completed. */
    public Map<String, Latest> of(UUID client, Collection<String> questionnaires) throws SQLException {
        var found = new HashMap<String, Latest>();
        if (questionnaires.isEmpty()) {
            return found;
        }
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(READ)) {
            select.setObject(1, client);
            select.setArray(2, connection.createArrayOf("text", questionnaires.toArray()));
            select.setArray(
                    3,
                    connection.createArrayOf(
                            "text",
                            questionnaires.stream().filter(this::isRated).toArray()));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.put(
                            row.getString(1),
                            new Latest(
                                    row.getObject(2, OffsetDateTime.class).toInstant(),
                                    read(row.getString(3), new TypeReference<>() {}),
                                    read(row.getString(4), new TypeReference<>() {})));
                }
            }
        }
        return found;
    }

    /** Whether clinicians answer it and clients do not. */
    private boolean isRated(String questionnaire) {
        return catalogue.versionsOf(questionnaire).stream()
                .findFirst()
                .map(newest -> newest.definition().respondents())
                .filter(who -> who.contains(Respondent.CLINICIAN) && !who.contains(Respondent.SELF))
                .isPresent();
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored answers cannot be read", e);
        }
    }
}
