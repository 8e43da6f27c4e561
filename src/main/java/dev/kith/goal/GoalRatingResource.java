package dev.kith.goal;

import dev.kith.contract.Gives;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
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
class GoalRatingResource {
    @Inject
    Rating rating;

    @Inject
    Attaining attaining;

    @Inject
    Callers callers;

    @POST
    @Path("/goals/{goalId}/ratings")
    @Consumes("application/json")
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR})
    @Idempotent
    @RepliesAnew(RatingAnew.class)
    @ResponseStatus(201)
    @Operation(
            summary = "Rate a goal.",
            description =
                    "As the client or the care team sees it: both are kept and told apart. A rating is never changed; a later one counts"
                            + " instead. Achieved goals may be rated too, to see whether it lasts. A client's app sends so many a day, from"
                            + " midnight to midnight where the client is; past that: 429 with day-is-full. Send it again after Retry-After,"
                            + " and say in at when it was.")
    public GoalRatingView rateGoal(
            @Parameter(description = "The goal.") @PathParam("goalId") UUID goalId, @NotNull @Valid RateGoal in) {
        return rating.rate(callers.current(), goalId, in);
    }

    @GET
    @Path("/goals/{goalId}/ratings")
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR})
    @Gives("Link")
    @Operation(
            summary = "List a goal's ratings.",
            description = "Newest first, each with its author and the revision that it is on.")
    public RestResponse<GoalRatingPage> listGoalRatings(
            @Parameter(description = "The goal.") @PathParam("goalId") UUID goalId,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) @Min(Limit.LEAST) @Max(Limit.MOST) int limit,
            @QueryParam("after") @Size(max = 500) @Nullable String after,
            @Context UriInfo asked) {
        var slice = rating.list(callers.current(), goalId, Cursor.read(after), limit);
        return Pages.reply(new GoalRatingPage(slice.items(), slice.next()), slice.next(), asked);
    }

    @GET
    @Path("/clients/{clientId}/goal-attainment")
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR})
    @Operation(
            summary = "Work out how far a client's goals are attained.",
            description =
                    "The T-score of goal attainment scaling over the goals that were active then, or over those that are named; its baseline"
                            + " and change are over the same goals, and what it was made from stands beside it. 50 is what was hoped for.")
    public GoalAttainmentView readGoalAttainment(
            @Parameter(description = "The client.") @PathParam("clientId") UUID clientId,
            @Parameter(description = "These goals instead of the active ones; again for each.")
                    @QueryParam("goal")
                    @Size(max = 20)
                    List<UUID> goals,
            @Parameter(description = "As things stood then; now when left out.") @QueryParam("at") @Nullable Instant at,
            @Parameter(description = "Only what this side saw; whoever saw it last when left out.")
                    @QueryParam("author")
                    @Nullable
                    GoalAuthor author) {
        return attaining.of(callers.current(), clientId, new Attaining.Which(goals, at, author));
    }
}
