package dev.kith.practice;

import dev.kith.contract.Gives;
import dev.kith.etag.Etags;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
import dev.kith.security.Scope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/practice")
@Tag(name = "Practice")
@Produces("application/json")
class PracticeResource {
    @Inject
    Governing governing;

    @Inject
    Callers callers;

    @GET
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.ADMIN, Roles.CLIENT, Roles.INTEGRATION})
    @Scope("practice:read")
    @Gives("ETag")
    @Operation(summary = "Read the practice.", description = "The practice of the token: name, time zone, language.")
    public RestResponse<PracticeView> readPractice() {
        return tagged(governing.read());
    }

    @PATCH
    @Consumes({"application/json", "application/merge-patch+json"})
    @RolesAllowed(Roles.ADMIN)
    @Gives("ETag")
    @Operation(
            summary = "Change the practice.",
            description =
                    "A merge patch: what is left out stays. A new time zone changes at once which day it is for care"
                            + " teams; clients keep their own zones. The declared use decides which instruments may be assigned.")
    public RestResponse<PracticeView> revisePractice(
            @HeaderParam("If-Match") @Size(max = 80) @Nullable String ifMatch, @NotNull @Valid RevisePractice in) {
        return tagged(governing.revise(callers.current(), in, ifMatch));
    }

    private static RestResponse<PracticeView> tagged(PracticeView view) {
        return Etags.ok(view, view.version());
    }
}
