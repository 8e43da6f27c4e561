package dev.kith.exercise;

import dev.kith.contract.Gives;
import dev.kith.definition.DefinitionSchema;
import dev.kith.json.SchemaReplies;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The formats, for editors and programs. Anybody may read them. */
@Path("/schemas")
@Tag(name = "Exercises")
@Produces("application/schema+json")
class ExerciseSchemaResource {
    @Inject
    SchemaReplies replies;

    @GET
    @PermitAll
    @Path("/exercise.json")
    @Gives("ETag")
    @Operation(
            summary = "The JSON Schema of an exercise.",
            description = "JSON Schema 2020-12; each field says what it is for. YAML of the same shape is the same.")
    public RestResponse<Map<String, Object>> readExerciseSchema() {
        return replies.of(DefinitionSchema.EXERCISE.text());
    }

    @GET
    @PermitAll
    @Path("/exercise-wording.json")
    @Gives("ETag")
    @Operation(
            summary = "The JSON Schema of the words of an exercise.",
            description = "Of one version in one more language. JSON Schema 2020-12.")
    public RestResponse<Map<String, Object>> readExerciseWordingSchema() {
        return replies.of(DefinitionSchema.EXERCISE_WORDING.text());
    }
}
