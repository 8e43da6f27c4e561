package dev.kith.formulation;

import dev.kith.contract.Gives;
import dev.kith.etag.Etags;
import dev.kith.paging.Cursor;
import dev.kith.paging.Limit;
import dev.kith.paging.Pages;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/me/origins")
@Tag(name = "Formulation")
@Produces("application/json")
class OriginsResource {
    @Inject
    TellingOrigins telling;

    @Inject
    Callers callers;

    @GET
    @RolesAllowed(Roles.CLIENT)
    @Gives("ETag")
    @Operation(
            summary = "Read what one said of one's origins.",
            description =
                    "Your own entry, as it is now. Where you have written nothing, it is empty and its revision is 0; nobody has to write one.")
    public RestResponse<OriginsView> readOrigins() {
        return tagged(telling.read(callers.current()));
    }

    @PUT
    @Consumes("application/json")
    @RolesAllowed(Roles.CLIENT)
    @Gives("ETag")
    @Operation(
            summary = "Say where it comes from.",
            description =
                    "All of your entry; a new revision, and the ones before it stay yours. Your care team sees which origins you chose, beside what it"
                            + " writes itself. Your own words it reads as you say with them: private, you alone, also when nothing is said;"
                            + " share-at-session, from the next session on of which was told before; shared, at once. Who saves on a revision that is no longer the current"
                            + " one gets 412. The same again changes nothing.")
    public RestResponse<OriginsView> writeOrigins(
            @HeaderParam("If-Match") @Size(max = 80) @Nullable String ifMatch, @NotNull @Valid OriginsParts in) {
        return tagged(telling.write(callers.current(), in, ifMatch));
    }

    @PUT
    @Path("/sharing")
    @Consumes("application/json")
    @RolesAllowed(Roles.CLIENT)
    @Gives("ETag")
    @Operation(
            summary = "Say who may read your words about your origins.",
            description =
                    "At any time, wider or narrower; it counts at once. No version is asked for, so that nothing stands between you and taking words"
                            + " back. 422 where there are no words.")
    public RestResponse<OriginsView> shareOrigins(@NotNull @Valid ShareOrigins in) {
        return tagged(telling.share(callers.current(), in.sharing()));
    }

    @GET
    @Path("/revisions")
    @RolesAllowed(Roles.CLIENT)
    @Gives("Link")
    @Operation(
            summary = "List what one said of one's origins.",
            description = "Newest first, the current one too. What you said before is read by you alone.")
    public RestResponse<OriginsPage> listOriginsRevisions(
            @QueryParam("limit") @DefaultValue(Limit.USUAL) @Min(Limit.LEAST) @Max(Limit.MOST) int limit,
            @QueryParam("after") @Size(max = 500) @Nullable String after,
            @Context UriInfo asked) {
        var slice = telling.revisions(callers.current(), Cursor.read(after), limit);
        return Pages.reply(new OriginsPage(slice.items(), slice.next()), slice.next(), asked);
    }

    private static RestResponse<OriginsView> tagged(OriginsView view) {
        return Etags.ok(view, view.tag());
    }
}
