package dev.kith.safety;

import dev.kith.contract.Gives;
import dev.kith.etag.Etags;
import dev.kith.paging.Cursor;
import dev.kith.paging.Limit;
import dev.kith.paging.Pages;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
import dev.kith.security.Scope;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1")
@Tag(name = "Safety plan")
@Produces("application/json")
class SafetyPlanResource {
    /** To keep for as long as an app likes, on the client's own device only; asked for again whenever it is online. */
    private static final String KEPT_PRIVATELY = "private, max-age=0";

    @Inject
    WritingPlans writing;

    @Inject
    Callers callers;

    @GET
    @Path("/me/safety-plan")
    @RolesAllowed(Roles.CLIENT)
    @Gives("ETag")
    @Operation(
            summary = "Read one's own safety plan.",
            description =
                    "For an app to keep on the client's device and to show offline: Cache-Control is private, and If-None-Match answers 304"
                            + " while nothing has changed. Where nobody has written one, all parts are empty and its revision is 0.")
    public RestResponse<SafetyPlanView> readOwnSafetyPlan() {
        var caller = callers.current();
        var view = writing.read(caller, Objects.requireNonNull(caller.clientId()));
        return RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, '"' + view.tag() + '"')
                .header(HttpHeaders.CACHE_CONTROL, KEPT_PRIVATELY)
                .build();
    }

    @GET
    @Path("/clients/{clientId}/safety-plan")
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
    @Scope("safety:read")
    @Gives("ETag")
    @Operation(
            summary = "Read a client's safety plan.",
            description =
                    "As it is now. Where nobody has written one, all parts are empty and its revision is 0. Nobody can delete it.")
    public RestResponse<SafetyPlanView> readSafetyPlan(
            @Parameter(description = "The client.") @PathParam("clientId") UUID clientId) {
        return tagged(writing.read(callers.current(), clientId));
    }

    @PUT
    @Path("/clients/{clientId}/safety-plan")
    @Consumes("application/json")
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR})
    @Gives("ETag")
    @Operation(
            summary = "Write a client's safety plan.",
            description =
                    "The whole of it, by the client or those who care for them; a new revision, and the ones before it stay. Who saves on a"
                            + " revision that is no longer the current one gets 412: read it again, and put both together. The same words"
                            + " again change nothing. Only the client may empty it.")
    public RestResponse<SafetyPlanView> writeSafetyPlan(
            @Parameter(description = "The client.") @PathParam("clientId") UUID clientId,
            @HeaderParam("If-Match") @Size(max = 80) @Nullable String ifMatch,
            @NotNull @Valid SafetyPlanParts in) {
        return tagged(writing.write(callers.current(), clientId, in, ifMatch));
    }

    @GET
    @Path("/clients/{clientId}/safety-plan/revisions")
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
    @Scope("safety:read")
    @Gives("Link")
    @Operation(
            summary = "List the revisions of a safety plan.",
            description = "Newest first, the current one too: every word that ever stood there, who saved it and when.")
    public RestResponse<SafetyPlanPage> listSafetyPlanRevisions(
            @Parameter(description = "The client.") @PathParam("clientId") UUID clientId,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) @Min(Limit.LEAST) @Max(Limit.MOST) int limit,
            @QueryParam("after") @Size(max = 500) @Nullable String after,
            @Context UriInfo asked) {
        var slice = writing.revisions(callers.current(), clientId, Cursor.read(after), limit);
        return Pages.reply(new SafetyPlanPage(slice.items(), slice.next()), slice.next(), asked);
    }

    private static RestResponse<SafetyPlanView> tagged(SafetyPlanView view) {
        return Etags.ok(view, view.tag());
    }
}
