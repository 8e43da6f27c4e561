package dev.kith.goal;

import dev.kith.contract.Gives;
import dev.kith.etag.Etags;
import dev.kith.idempotency.Idempotent;
import dev.kith.idempotency.RepliesAnew;
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
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1")
@Tag(name = "Goals")
@Produces("application/json")
class GoalResource {
    @Inject
    Pursuing pursuing;

    @Inject
    Callers callers;

    @POST
    @Path("/clients/{clientId}/goals")
    @Consumes("application/json")
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR})
    @Idempotent
    @RepliesAnew(GoalAnew.class)
    @ResponseStatus(201)
    @Gives({"ETag", "Location"})
    @Operation(
            summary = "Write a goal.",
            description =
                    "With all five levels, before anybody rates. Client and clinician write goals together: a clinician's is active at once,"
                            + " a client's is proposed until a clinician agrees. Three are active at most; a fourth answers 409.")
    public RestResponse<GoalView> writeGoal(
            @Parameter(description = "The client.") @PathParam("clientId") UUID clientId,
            @NotNull @Valid WriteGoal in) {
        var view = pursuing.write(callers.current(), clientId, in);
        return Etags.created(view, view.version(), "/v1/goals/" + view.id());
    }

    @GET
    @Path("/clients/{clientId}/goals")
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR})
    @Gives("Link")
    @Operation(summary = "List a client's goals.", description = "Newest first, those that ended too.")
    public RestResponse<GoalPage> listGoals(
            @Parameter(description = "The client.") @PathParam("clientId") UUID clientId,
            @Parameter(description = "Only those that stand so.") @QueryParam("state") @Nullable GoalState state,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) @Min(Limit.LEAST) @Max(Limit.MOST) int limit,
            @QueryParam("after") @Size(max = 500) @Nullable String after,
            @Context UriInfo asked) {
        var slice = pursuing.list(callers.current(), clientId, state, Cursor.read(after), limit);
        return Pages.reply(new GoalPage(slice.items(), slice.next()), slice.next(), asked);
    }

    @GET
    @Path("/goals/{goalId}")
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR})
    @Gives("ETag")
    @Operation(summary = "Read a goal.", description = "As it is now, with what each side saw last.")
    public RestResponse<GoalView> readGoal(@Parameter(description = "The goal.") @PathParam("goalId") UUID goalId) {
        return tagged(pursuing.read(callers.current(), goalId));
    }

    @PATCH
    @Path("/goals/{goalId}")
    @Consumes({"application/json", "application/merge-patch+json"})
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR})
    @Gives("ETag")
    @Operation(
            summary = "Change, agree to or end a goal.",
            description =
                    "Other words, weight or baseline make a new revision; ratings keep the one that they were given on, and ratings on other"
                            + " levels no longer count. Clients rewrite what they proposed and end any goal of theirs; the rest is the care"
                            + " team's, and answers clients 403. A goal that ended stays as it is.")
    public RestResponse<GoalView> reviseGoal(
            @Parameter(description = "The goal.") @PathParam("goalId") UUID goalId,
            @HeaderParam("If-Match") @Size(max = 80) @Nullable String ifMatch,
            @NotNull @Valid ReviseGoal in) {
        return tagged(pursuing.revise(callers.current(), goalId, in, ifMatch));
    }

    @GET
    @Path("/goals/{goalId}/revisions")
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR})
    @Gives("Link")
    @Operation(
            summary = "List a goal's revisions.",
            description = "Newest first, the current one too: what ratings are read with.")
    public RestResponse<GoalRevisionPage> listGoalRevisions(
            @Parameter(description = "The goal.") @PathParam("goalId") UUID goalId,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) @Min(Limit.LEAST) @Max(Limit.MOST) int limit,
            @QueryParam("after") @Size(max = 500) @Nullable String after,
            @Context UriInfo asked) {
        var slice = pursuing.revisions(callers.current(), goalId, Cursor.read(after), limit);
        return Pages.reply(new GoalRevisionPage(slice.items(), slice.next()), slice.next(), asked);
    }

    private static RestResponse<GoalView> tagged(GoalView view) {
        return Etags.ok(view, view.version());
    }
}
