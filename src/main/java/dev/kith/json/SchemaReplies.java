package dev.kith.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.etag.Etags;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;

/** Formats of ours, as anybody may read them, and keep them for an hour. */
@Singleton
public class SchemaReplies {
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private final ObjectMapper json;

    @Inject
    SchemaReplies(ObjectMapper json) {
        this.json = json;
    }

    /**
     * A format with its ETag.
     *
     * @param schema a JSON Schema, as it lies in its file
     */
    public RestResponse<Map<String, Object>> of(String schema) {
        try {
            return RestResponse.ResponseBuilder.ok(json.readValue(schema, FIELDS))
                    .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                    .header(HttpHeaders.ETAG, Etags.ofContent(schema.getBytes(StandardCharsets.UTF_8)))
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a schema of ours is not JSON", e);
        }
    }
}
