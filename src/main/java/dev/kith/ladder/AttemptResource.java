package dev.kith.ladder;

import dev.kith.contract.Gives;
import dev.kith.idempotency.Idempotent;
import dev.kith.idempotency.RepliesAnew;
import dev.kith.paging.Cursor;
import dev.kith.paging.Limit;
import dev.kith.paging.Pages;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
import dev.kith.words.Words;
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
@Tag(name = "Ladders")
@Produces("application/json")
class AttemptResource {
    @Inject
    Climbing climbing;

    @Inject
    Callers callers;

    @POST
    @Path("/ladders/{ladderId}/rungs/{rungId}/attempts")
    @Consumes("application/json")
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR})
    @Idempotent
    @RepliesAnew(LadderAnew.class)
    @ResponseStatus(201)
    @Gives("Content-Language")
    @Operation(
            summary = "Tell of a try.",
            description =
                    "By its log, or by what it came to; answers with the ladder and what the rule says now. Completed logs that name a rung"
                            + " tell of their try by themselves; so do those that say its number from the bottom, where no other rung"
                            + " had that number until then, on any ladder of the exercise: see rungCounted of the log.")
    public RestResponse<LadderView> tellAttempt(
            @Parameter(description = "The ladder.") @PathParam("ladderId") UUID ladderId,
            @Parameter(description = "The rung.") @PathParam("rungId") UUID rungId,
            @NotNull @Valid TellAttempt in,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String language) {
        return told(climbing.tell(callers.current(), ladderId, rungId, in, language), language);
    }

    @GET
    @Path("/ladders/{ladderId}/attempts")
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR})
    @Gives("Link")
    @Operation(
            summary = "List tries on a ladder.",
            description = "Newest first, all that were ever told; of one log, the newest revision counts.")
    public RestResponse<AttemptPage> listAttempts(
            @Parameter(description = "The ladder.") @PathParam("ladderId") UUID ladderId,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) @Min(Limit.LEAST) @Max(Limit.MOST) int limit,
            @QueryParam("after") @Size(max = 500) @Nullable String after,
            @Context UriInfo asked) {
        var slice = climbing.list(callers.current(), ladderId, Cursor.read(after), limit);
        return Pages.reply(new AttemptPage(slice.items(), slice.next()), slice.next(), asked);
    }

    @POST
    @Path("/ladders/{ladderId}/override")
    @Consumes("application/json")
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR})
    @Idempotent
    @RepliesAnew(LadderAnew.class)
    @ResponseStatus(201)
    @Gives("Content-Language")
    @Operation(
            summary = "Choose another rung than the rule.",
            description =
                    "A clinician's word, with a reason, until the next try; the rung begins anew from there. The client sees that a clinician"
                            + " chose it, not why. Words stay in the history.")
    public RestResponse<LadderView> overrideStep(
            @Parameter(description = "The ladder.") @PathParam("ladderId") UUID ladderId,
            @NotNull @Valid OverrideStep in,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String language) {
        return told(climbing.override(callers.current(), ladderId, in, language), language);
    }

    private static RestResponse<LadderView> told(LadderView view, @Nullable String language) {
        return Words.in(language).tell(RestResponse.status(RestResponse.Status.CREATED, view));
    }
}
