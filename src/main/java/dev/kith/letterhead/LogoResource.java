package dev.kith.letterhead;

import dev.kith.contract.Gives;
import dev.kith.etag.Etags;
import dev.kith.limits.Turn;
import dev.kith.problem.Fails;
import dev.kith.problem.ProblemType;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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

@Path("/v1/practice/letterhead/logo")
@Tag(name = "Practice")
class LogoResource {
    private static final String VERSION = " If-Match names the version of the letterhead, which is the logo's too.";

    @Inject
    Lettering lettering;

    @Inject
    Turn turn;

    @Inject
    Callers callers;

    @GET
    @Produces("image/png")
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.ADMIN})
    @Gives("ETag")
    @Fails(ProblemType.NOT_FOUND)
    @Operation(
            summary = "Read the logo.",
            description = "As it is printed: PNG, whatever was sent. 404 where there is none.")
    public RestResponse<byte[]> readLogo() throws SQLException {
        var logo = lettering.readLogo();
        return Etags.ok(logo.png(), logo.version());
    }

    @PUT
    @Consumes({"image/png", "image/jpeg"})
    @Produces("application/json")
    @RolesAllowed(Roles.ADMIN)
    @Gives("ETag")
    @Operation(
            summary = "Write the logo.",
            description =
                    "PNG or JPEG (gray or RGB), at most 256 KiB and 2000 by 2000 pixels. Its pixels alone are kept, as PNG of at most 720 by 260"
                            + " pixels; texts, places and profiles in the file are not. 409 while the letterhead has no logoAlt."
                            + VERSION)
    public RestResponse<LetterheadView> writeLogo(
            @HeaderParam("If-Match") @Size(max = 80) @Nullable String ifMatch, byte[] in) throws SQLException {
        var logo = turn.take(() -> Pixels.of(in));
        var view = lettering.show(callers.current(), logo, ifMatch);
        return Etags.ok(view, view.version());
    }

    @DELETE
    @RolesAllowed(Roles.ADMIN)
    @Fails(ProblemType.NOT_FOUND)
    @Operation(summary = "Remove the logo.", description = "The words stay. 404 where there is none." + VERSION)
    public void removeLogo(@HeaderParam("If-Match") @Size(max = 80) @Nullable String ifMatch) throws SQLException {
        lettering.removeLogo(callers.current(), ifMatch);
    }
}
