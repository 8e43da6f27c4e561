package dev.kith.program;

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
@Path("/schemas/program.json")
@Tag(name = "Programs")
@Produces("application/schema+json")
class ProgramSchemaResource {
    private final ObjectMapper json;

    @Inject
    ProgramSchemaResource(ObjectMapper json) {
        this.json = json;
    }

    @GET
    @PermitAll
    @Gives("ETag")
    @Operation(
            summary = "The JSON Schema of a program.",
            description = "JSON Schema 2020-12; each field says what it is for. YAML of the same shape is the same.")
    public RestResponse<Map<String, Object>> readProgramSchema() throws JsonProcessingException {
        var schema = DefinitionSchema.PROGRAM;
        return RestResponse.ResponseBuilder.ok(
                        json.readValue(schema.text(), new TypeReference<Map<String, Object>>() {}))
                .header("Cache-Control", "public, max-age=3600")
                .header("ETag", '"' + schema.checksum().substring(0, 16) + '"')
                .build();
    }
}
