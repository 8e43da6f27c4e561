package dev.kith.response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What responses said before they were amended: added and read, nothing else. */
@ApplicationScoped
class RevisionBook {
    private static final String KEEP = """
        insert into response_revision (practice_id, response_id, revision, answers, replaced_at, replaced_by, reason)
        values (kith_practice(), ?, ?, ?::jsonb, ?, ?, ?)
        """;
    private static final String READ = """
        select revision, answers::text, replaced_at, replaced_by, reason from response_revision
        where practice_id = kith_practice() and response_id = ? order by revision desc
        """;

    @Inject
    AgroalDataSource database;

    @Inject
    ObjectMapper json;

    void keep(Response response, UUID by, String reason, Instant at) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(KEEP)) {
            insert.setObject(1, response.id);
            insert.setInt(2, response.revision);
            insert.setString(3, response.answers);
            insert.setTimestamp(4, Timestamp.from(at));
            insert.setObject(5, by);
            insert.setString(6, reason);
            insert.executeUpdate();
        }
    }

    List<RevisionView> of(UUID response) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(READ)) {
            select.setObject(1, response);
            try (var row = select.executeQuery()) {
                var found = new ArrayList<RevisionView>();
                while (row.next()) {
                    found.add(new RevisionView(
                            row.getInt(1),
                            json.readValue(row.getString(2), new TypeReference<Map<String, Object>>() {}),
                            row.getObject(3, OffsetDateTime.class).toInstant(),
                            row.getObject(4, UUID.class),
                            row.getString(5)));
                }
                return found;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored revision is not JSON", e);
        }
    }
}
