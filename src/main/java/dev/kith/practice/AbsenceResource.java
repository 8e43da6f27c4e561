package dev.kith.practice;

import dev.kith.contract.Gives;
import dev.kith.etag.Etags;
import dev.kith.idempotency.Idempotent;
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

@Path("/v1/members/{memberId}/absences")
@Tag(name = "Members")
@Produces("application/json")
class AbsenceResource {
    @Inject
    Absenting absenting;

    @Inject
    Callers callers;

    @GET
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.ADMIN})
    @Gives("Link")
    @Operation(
            summary = "List when a member is away.",
            description = "Past and coming absences; the latest comes first. All colleagues may know.")
    public RestResponse<AbsencePage> listAbsences(
            @Parameter(description = "The member.") @PathParam("memberId") UUID memberId,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) @Min(Limit.LEAST) @Max(Limit.MOST) int limit,
            @QueryParam("after") @Size(max = 1000) @Nullable String after,
            @Context UriInfo asked) {
        var slice = absenting.list(memberId, Cursor.read(after), limit);
        return Pages.reply(new AbsencePage(slice.items(), slice.next()), slice.next(), asked);
    }

    @POST
    @Consumes("application/json")
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.ADMIN})
    @Idempotent
    @ResponseStatus(201)
    @Gives({"ETag", "Location"})
    @Operation(
            summary = "Say that a member will be away.",
            description =
                    "By the member, or by an admin; others get 403. On these days alerts reach who stands in. Days on which"
                            + " they are away already answer 409.")
    public RestResponse<AbsenceView> tellAbsence(
            @Parameter(description = "The member.") @PathParam("memberId") UUID memberId,
            @NotNull @Valid TellAbsence in) {
        var view = absenting.tell(callers.current(), memberId, in);
        return Etags.created(view, view.version(), "/v1/members/" + memberId + "/absences/" + view.id());
    }

    @GET
    @Path("/{absenceId}")
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.ADMIN})
    @Gives("ETag")
    @Operation(summary = "Read one absence.", description = "With its ETag, needed to change it.")
    public RestResponse<AbsenceView> readAbsence(
            @Parameter(description = "The member.") @PathParam("memberId") UUID memberId,
            @Parameter(description = "The absence.") @PathParam("absenceId") UUID absenceId) {
        var view = absenting.read(memberId, absenceId);
        return Etags.ok(view, view.version());
    }

    @PATCH
    @Path("/{absenceId}")
    @Consumes({"application/json", "application/merge-patch+json"})
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.ADMIN})
    @Gives("ETag")
    @Operation(
            summary = "Change an absence.",
            description = "When they are back, and who stands in. Ending it on its first day takes it back.")
    public RestResponse<AbsenceView> reviseAbsence(
            @Parameter(description = "The member.") @PathParam("memberId") UUID memberId,
            @Parameter(description = "The absence.") @PathParam("absenceId") UUID absenceId,
            @HeaderParam("If-Match") @Size(max = 80) @Nullable String ifMatch,
            @NotNull @Valid ReviseAbsence in) {
        var view = absenting.revise(callers.current(), memberId, absenceId, in, ifMatch);
        return Etags.ok(view, view.version());
    }
}
