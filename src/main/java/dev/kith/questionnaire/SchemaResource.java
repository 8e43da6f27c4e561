package dev.kith.questionnaire;

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
@Tag(name = "Questionnaires")
@Produces("application/schema+json")
class SchemaResource {
    @Inject
    SchemaReplies replies;

    @GET
    @PermitAll
    @Path("/questionnaire.json")
    @Gives("ETag")
    @Operation(
            summary = "The JSON Schema of a questionnaire.",
            description = "JSON Schema 2020-12; each field says what it is for. YAML of the same shape is the same.")
    public RestResponse<Map<String, Object>> readQuestionnaireSchema() {
        return replies.of(DefinitionSchema.QUESTIONNAIRE.text());
    }

    @GET
    @PermitAll
    @Path("/wording.json")
    @Gives("ETag")
    @Operation(
            summary = "The JSON Schema of a wording.",
            description = "Of the words of one version in one more language. JSON Schema 2020-12.")
    public RestResponse<Map<String, Object>> readWordingSchema() {
        return replies.of(DefinitionSchema.WORDING.text());
    }
}
