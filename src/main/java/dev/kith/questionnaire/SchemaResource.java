package dev.kith.questionnaire;

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

/** The formats, for editors and programs. Anybody may read them. */
@Path("/schemas")
@Tag(name = "Questionnaires")
@Produces("application/schema+json")
class SchemaResource {
    private final ObjectMapper json;

    @Inject
    SchemaResource(ObjectMapper json) {
        this.json = json;
    }

    @GET
    @PermitAll
    @Path("/questionnaire.json")
    @Gives("ETag")
    @Operation(
            summary = "The JSON Schema of a questionnaire.",
            description = "JSON Schema 2020-12; each field says what it is for. YAML of the same shape is the same.")
    public RestResponse<Map<String, Object>> readQuestionnaireSchema() throws JsonProcessingException {
        return published(DefinitionSchema.QUESTIONNAIRE);
    }

    @GET
    @PermitAll
    @Path("/wording.json")
    @Gives("ETag")
    @Operation(
            summary = "The JSON Schema of a wording.",
            description = "Of the words of one version in one more language. JSON Schema 2020-12.")
    public RestResponse<Map<String, Object>> readWordingSchema() throws JsonProcessingException {
        return published(DefinitionSchema.WORDING);
    }

    private RestResponse<Map<String, Object>> published(DefinitionSchema schema) throws JsonProcessingException {
        return RestResponse.ResponseBuilder.ok(
                        json.readValue(schema.text(), new TypeReference<Map<String, Object>>() {}))
                .header("Cache-Control", "public, max-age=3600")
                .header("ETag", '"' + schema.checksum().substring(0, 16) + '"')
                .build();
    }
}
