package dev.kith.formulation;

import dev.kith.contract.Gives;
import dev.kith.definition.Languages;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
import dev.kith.security.Scope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/formulation-tags")
@Tag(name = "Formulation")
@Produces("application/json")
class FormulationTagResource {
    @Inject
    Checklists checklists;

    @Inject
    Callers callers;

    @GET
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR, Roles.ADMIN, Roles.INTEGRATION})
    @Scope(Scope.ANY)
    @Gives("Content-Language")
    @Operation(
            summary = "Read the checklist of origins and patterns.",
            description =
                    "What may be named where a formulation or a client's origins are written, in the language that fits Accept-Language best."
                            + " Not scored, not a diagnosis, not a count of adversities: its label says so. Clients are told the origins that they"
                            + " may choose, in their own wording; meanings, prompts and patterns are for others.")
    public RestResponse<FormulationTagsView> readFormulationTags(
            @Parameter(description = "One version, as a revision names it; left out, the newest.")
                    @QueryParam("version")
                    @Min(1)
                    @Max(1_000_000)
                    @Nullable
                    Integer version,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String wanted) {
        var list = checklists.require(version);
        var language = Languages.choose(list.languages(), wanted);
        return Languages.told(
                RestResponse.ok(
                        FormulationTagsView.of(list, language, callers.current().isClient())),
                language);
    }
}
