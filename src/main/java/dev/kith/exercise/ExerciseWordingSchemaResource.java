package dev.kith.exercise;

import com.fasterxml.jackson.core.JsonProcessingException;
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

/** The format of words, for editors and programs. Anybody may read it. */
@Path("/schemas/exercise-wording.json")
@Tag(name = "Exercises")
@Produces("application/schema+json")
class ExerciseWordingSchemaResource {
    private final ObjectMapper json;

    @Inject
    ExerciseWordingSchemaResource(ObjectMapper json) {
        this.json = json;
    }

    @GET
    @PermitAll
    @Gives("ETag")
    @Operation(
            summary = "The JSON Schema of the words of an exercise.",
            description = "Of one version in one more language. JSON Schema 2020-12.")
    public RestResponse<Map<String, Object>> readExerciseWordingSchema() throws JsonProcessingException {
        return ExerciseSchemaResource.published(DefinitionSchema.EXERCISE_WORDING, json);
    }
}
