package dev.kith.progress;

import dev.kith.contract.Gives;
import dev.kith.etag.Etags;
import dev.kith.json.DayOrInstant;
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
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/clients/{clientId}/progress")
@Tag(name = "Progress")
@Produces("application/json")
class ProgressResource {
    @Inject
    Reviewing reviewing;

    @Inject
    Hiding hiding;

    @Inject
    Callers callers;

    @GET
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
    @Scope("progress:read")
    @Operation(
            summary = "See how it went with a client.",
            description =
                    "Scores with bands, breaks, baseline, latest, and the change with its reliable change index and basis, milestones, trend,"
                            + " sudden shifts and signals; dimensions of daily life from check-ins, week by week; what came of exercises and ladders; goals with where each side sees the client, and"
                            + " how far they are attained; and how much of what was given was done. Whatever cannot be said is null with a"
                            + " reason. The period bounds baseline and latest too. Bounded: of the period, the newest 2000 responses, 366 points a"
                            + " scale, 5000 tasks, 2000 logs and 50 goals; truncated says where there is more. Practice software is told of no"
                            + " goals. Clients see their own in plain words: no bands, signals, classes, milestones or joint rules, and no scale that"
                            + " the care team keeps for a talk or that they chose not to see.")
    public ProgressView readProgress(
            @Parameter(description = "The client.") @PathParam("clientId") UUID clientId,
            @Parameter(
                            description =
                                    "Given, due or done at or after; a date stands for its start in the client's time zone.",
                            schema = @Schema(implementation = Instant.class))
                    @QueryParam("from")
                    @Nullable
                    DayOrInstant from,
            @Parameter(
                            description =
                                    "Given, due or done before; a date stands for its start in the client's time zone.",
                            schema = @Schema(implementation = Instant.class))
                    @QueryParam("to")
                    @Nullable
                    DayOrInstant to,
            @Parameter(
                            description =
                                    "From what change is counted: first; episode, the last score within 14 days before the running enrolment in a"
                                            + " program began (or else the last one), or else the first after it; or a date, the first score"
                                            + " from its start on in the client's time zone. Without an enrolment, episode is first.",
                            example = "first")
                    @QueryParam("baseline")
                    @DefaultValue(Asked.FIRST)
                    @Size(max = 10)
                    String baseline,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String language)
            throws SQLException {
        return reviewing.progress(callers.current(), clientId, new Asked(from, to, baseline), language);
    }

    @GET
    @Path("/visibility")
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR})
    @Gives("ETag")
    @Operation(
            summary = "Read whose scores a client is not shown.",
            description =
                    "None until somebody chooses. Care team and client choose together: what one of them hides is hidden. The care team always sees all;"
                            + " clients read which of their own are kept for a talk, and in /v1/me/progress-visibility have their own say.")
    public RestResponse<ProgressVisibilityView> readProgressVisibility(
            @Parameter(description = "The client.") @PathParam("clientId") UUID clientId) throws SQLException {
        var view = hiding.read(callers.current(), clientId);
        return Etags.okAsSaid(view, view.version()); // a client is told less of it than the care team
    }

    @PUT
    @Path("/visibility")
    @Consumes("application/json")
    @RolesAllowed(Roles.CLINICIAN)
    @Gives("ETag")
    @Operation(
            summary = "Choose whose scores a client is not shown.",
            description =
                    "At once, in their progress and in their responses, the reply to an answer too: so that a person tells them. It hides scores"
                            + " and no crisis card. What the client hides stays hidden whatever is said here. Where the client asks to see scores,"
                            + " leaving them out shows them, and naming them in how answers that they stay hidden. What is hidden anew has not been"
                            + " said yes to by the client.")
    public RestResponse<ProgressVisibilityView> writeProgressVisibility(
            @Parameter(description = "The client.") @PathParam("clientId") UUID clientId,
            @HeaderParam("If-Match") @Size(max = 80) @Nullable String ifMatch,
            @NotNull @Valid HideScores in)
            throws SQLException {
        var view = hiding.write(callers.current(), clientId, in, ifMatch);
        return Etags.ok(view, view.version());
    }

    @GET
    @Path("/visibility/history")
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR})
    @Gives("Link")
    @Operation(
            summary = "List how it was chosen whose scores a client is not shown.",
            description = "Newest first, each change of either side: who, when and what, with the care team's reasons.")
    public RestResponse<VisibilityChangePage> listVisibilityChanges(
            @Parameter(description = "The client.") @PathParam("clientId") UUID clientId,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) @Min(Limit.LEAST) @Max(Limit.MOST) int limit,
            @QueryParam("after") @Size(max = 500) @Nullable String after,
            @Context UriInfo asked)
            throws SQLException {
        var slice = hiding.history(callers.current(), clientId, Cursor.read(after), limit);
        return Pages.reply(new VisibilityChangePage(slice.items(), slice.next()), slice.next(), asked);
    }
}
