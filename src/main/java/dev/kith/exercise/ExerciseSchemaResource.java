package dev.kith.exercise;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.contract.Gives;
import dev.kith.definition.DefinitionSchema;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The format, for editors and programs. Anybody may read it. */
@Path("/schemas/exercise.json")
@Tag(name = "Exercises")
@Produces("application/schema+json")
class ExerciseSchemaResource {
    private final ObjectMapper json;

    @Inject
    ExerciseSchemaResource(ObjectMapper json) {
        this.json = json;
    }

    @GET
    @PermitAll
    @Gives("ETag")
    @Operation(
            summary = "The JSON Schema of an exercise.",
            description = "JSON Schema 2020-12; each field says what it is for. YAML of the same shape is the same.")
    public RestResponse<Map<String, Object>> readExerciseSchema() throws JsonProcessingException {
        return published(DefinitionSchema.EXERCISE, json);
    }

    static RestResponse<Map<String, Object>> published(DefinitionSchema schema, ObjectMapper json)
            throws JsonProcessingException {
        return RestResponse.ResponseBuilder.ok(
                        json.readValue(schema.text(), new TypeReference<Map<String, Object>>() {}))
                .header("Cache-Control", "public, max-age=3600")
                .header("ETag", '"' + schema.checksum().substring(0, 16) + '"')
                .build();
    }
}
