package dev.kith.letterhead;

import dev.kith.contract.Gives;
import dev.kith.etag.Etags;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/practice/letterhead")
@Tag(name = "Practice")
@Produces("application/json")
class LetterheadResource {
    @Inject
    Lettering lettering;

    @Inject
    Callers callers;

    @GET
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.ADMIN})
    @Gives("ETag")
    @Operation(
            summary = "Read the letterhead.",
            description =
                    "What stands at the head and foot of printed reports. Until the practice writes one, its name alone stands there: version 0"
                            + " is written over then.")
    public RestResponse<LetterheadView> readLetterhead() throws SQLException {
        var view = lettering.read();
        return Etags.ok(view, view.version());
    }

    @PUT
    @Consumes("application/json")
    @RolesAllowed(Roles.ADMIN)
    @Gives("ETag")
    @Operation(
            summary = "Write the letterhead.",
            description =
                    "All of its words; the logo stays. Reports that are printed from now on have it, whatever period they tell of. Sending the same"
                            + " again makes no new version.")
    public RestResponse<LetterheadView> writeLetterhead(
            @HeaderParam("If-Match") @Size(max = 80) @Nullable String ifMatch, @NotNull @Valid WriteLetterhead in)
            throws SQLException {
        var view = lettering.write(callers.current(), in, ifMatch);
        return Etags.ok(view, view.version());
    }
}
