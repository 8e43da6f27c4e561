package dev.kith.response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.kith.definition.Item;
import dev.kith.questionnaire.QuestionnaireCatalogue;
import dev.kith.response.GivenResponse.GivenScore;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Every complete response of the practice, client by client, page by page: a query a page, whose cost does not grow with what lies before it. Who may
 * see them is for the caller to ask.
 */
@ApplicationScoped
public class GivenResponses {
    /** Within a client in the order in which they were last written: that is what an index has. */
    static final String PAGE = """
        select r.client_id, r.changed::text, r.id, r.authored_at, r.questionnaire_practice_id, r.questionnaire_key, r.questionnaire_version,
               r.author, r.state, r.revision, r.answers::text,
               (select json_agg(json_build_object('scale', s.scale, 'value', s.value, 'reason', s.reason, 'band', s.band) order by s.scale)
                from score s where s.practice_id = r.practice_id and s.response_id = r.id and s.revision = r.revision)::text
        from response r
        where r.practice_id = kith_practice() and r.state in ('completed', 'amended')
          and (r.client_id, r.changed, r.id) > (?, ?::xid8, ?)
        order by r.client_id, r.changed, r.id limit ?
        """;

    @Inject
    AgroalDataSource database;

    @Inject
    QuestionnaireCatalogue questionnaires;

    private final ObjectReader answers;
    private final ObjectReader scores;

    @Inject
    GivenResponses(ObjectMapper json) {
        var exact = json.reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        answers = exact.forType(new TypeReference<Map<String, Object>>() {});
        scores = exact.forType(new TypeReference<List<GivenScore>>() {});
    }

    /** Where a page begins: behind this response of this client. */
    public record GivenPlace(UUID client, String changed, UUID response) {
        private static final UUID FIRST = new UUID(0, 0);
        private static final UUID LAST = new UUID(-1, -1);

        /** Before everybody. */
        public static GivenPlace start() {
            return new GivenPlace(FIRST, "0", FIRST);
        }

        /** Behind all that a client gave. */
        public static GivenPlace behind(UUID client) {
            return new GivenPlace(client, Long.toUnsignedString(-1), LAST);
        }
    }

    /**
     * A page.
     *
     * @param next where the next begins; null when there is none
     */
    public record GivenPage(
            List<GivenResponse> responses, @Nullable GivenPlace next) {}

    /** At most so many, on from there. */
    public GivenPage page(GivenPlace after, int many) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(PAGE)) {
            select.setObject(1, after.client());
            select.setString(2, after.changed());
            select.setObject(3, after.response());
            select.setInt(4, many);
            var found = new ArrayList<GivenResponse>();
            GivenPlace last = null;
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.add(read(row));
                    last = new GivenPlace(row.getObject(1, UUID.class), row.getString(2), row.getObject(3, UUID.class));
                }
            }
            return new GivenPage(found, found.size() < many ? null : last);
        }
    }

    private GivenResponse read(ResultSet row) throws SQLException {
        var published = questionnaires.require(row.getObject(5, UUID.class), row.getString(6), row.getInt(7));
        try {
            var scored = row.getString(12);
            return new GivenResponse(
                    row.getObject(3, UUID.class),
                    row.getObject(1, UUID.class),
                    row.getObject(4, OffsetDateTime.class).toInstant(),
                    row.getString(6),
                    row.getInt(7),
                    row.getString(8),
                    row.getString(9),
                    row.getInt(10),
                    plain(published.definition().items(), answers.readValue(row.getString(11))),
                    scored == null ? List.of() : scores.readValue(scored));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is stored is not JSON", e);
        }
    }

    private static Map<String, Object> plain(List<Item> items, Map<String, Object> answers) {
        var plain = new LinkedHashMap<String, Object>();
        for (var item : items) {
            var values = AnswerLines.plain(item, answers.get(item.linkId()));
            if (!values.isEmpty()) {
                plain.put(item.linkId(), answers.get(item.linkId()) instanceof List<?> ? values : values.get(0));
            }
        }
        return plain;
    }
}
