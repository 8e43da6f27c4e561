package dev.kith.program;

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

/** The format, for editors and programs. Anybody may read it. */
@Path("/schemas/program.json")
@Tag(name = "Programs")
@Produces("application/schema+json")
class ProgramSchemaResource {
    @Inject
    SchemaReplies replies;

    @GET
    @PermitAll
    @Gives("ETag")
    @Operation(
            summary = "The JSON Schema of a program.",
            description = "JSON Schema 2020-12; each field says what it is for. YAML of the same shape is the same.")
    public RestResponse<Map<String, Object>> readProgramSchema() {
        return replies.of(DefinitionSchema.PROGRAM.text());
    }
}
