package dev.kith.questionnaire;

import dev.kith.definition.VersionDiff;
import dev.kith.problem.Fails;
import dev.kith.problem.ProblemType;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
import dev.kith.security.Scope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/questionnaires/{key}/versions/{version}/diff/{other}")
@Tag(name = "Questionnaires")
@Produces("application/json")
@RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.ADMIN, Roles.INTEGRATION})
class VersionDiffResource {
    @Inject
    Reading reading;

    @Inject
    Callers callers;

    @GET
    @Scope("questionnaires:read")
    @Fails(ProblemType.CONFLICT)
    @Operation(
            summary = "Compare two versions.",
            description = "What changed from the one to the other, thing by thing, and whether scores may stand in one"
                    + " series. Comparable means: the same questions count, with the same answers in the same order, made into a"
                    + " score the same way. Words may differ: textChanged says so. Those who author may compare"
                    + " their draft; 409 while it cannot be scored.")
    public VersionDiff compareVersions(
            @Parameter(description = "Lower-kebab, such as phq-9.") @PathParam("key") @Size(max = 80) String key,
            @Parameter(description = "The version to start from.") @PathParam("version") @Min(1) @Max(1_000_000)
                    int version,
            @Parameter(description = "The version to go to.") @PathParam("other") @Min(1) @Max(1_000_000) int other) {
        var caller = callers.current();
        return VersionDiff.of(
                reading.require(caller, key, version).written(),
                reading.require(caller, key, other).written());
    }
}
