package dev.kith.practice;

import dev.kith.contract.Gives;
import dev.kith.contract.Puts;
import dev.kith.etag.Etags;
import dev.kith.idempotency.Idempotent;
import dev.kith.paging.Cursor;
import dev.kith.paging.Limit;
import dev.kith.paging.Pages;
import dev.kith.problem.ProblemException;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
import dev.kith.security.Scope;
import dev.kith.shape.OutsideId;
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
import jakarta.ws.rs.PUT;
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
@Tag(name = "Members")
@Produces("application/json")
class MemberResource {
    @Inject
    Employing employing;

    @Inject
    Callers callers;

    @GET
    @Path("/members")
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.ADMIN, Roles.INTEGRATION})
    @Scope("members:read")
    @Gives("Link")
    @Operation(summary = "List members.", description = "Newest first, disabled ones too.")
    public RestResponse<MemberPage> listMembers(
            @Parameter(description = "Only the one with this outside id, system|value.")
                    @QueryParam("externalId")
                    @Size(max = 200)
                    @Nullable
                    String externalId,
            @Parameter(description = "Only those who hold this role.") @QueryParam("role") @Nullable MemberRole role,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) @Min(Limit.LEAST) @Max(Limit.MOST) int limit,
            @QueryParam("after") @Size(max = 1000) @Nullable String after,
            @Context UriInfo asked) {
        var slice = employing.list(new Members.Which(externalId, role), Cursor.read(after), limit);
        return Pages.reply(new MemberPage(slice.items(), slice.next()), slice.next(), asked);
    }

    @POST
    @Path("/members")
    @Consumes("application/json")
    @RolesAllowed(Roles.ADMIN)
    @Idempotent
    @ResponseStatus(201)
    @Gives({"ETag", "Location"})
    @Operation(
            summary = "Add a member.",
            description = "They sign in once they are invited. An outside id that is taken answers 409.")
    public RestResponse<MemberView> employMember(@NotNull @Valid EmployMember in) {
        return created(employing.employ(callers.current(), in));
    }

    @GET
    @Path("/members/{memberId}")
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.ADMIN, Roles.INTEGRATION})
    @Scope("members:read")
    @Gives("ETag")
    @Operation(summary = "Read one member.", description = "With its ETag, needed to change it.")
    public RestResponse<MemberView> readMember(
            @Parameter(description = "The member.") @PathParam("memberId") UUID memberId) {
        return tagged(employing.read(memberId));
    }

    @PATCH
    @Path("/members/{memberId}")
    @Consumes({"application/json", "application/merge-patch+json"})
    @RolesAllowed(Roles.ADMIN)
    @Gives("ETag")
    @Operation(
            summary = "Change a member.",
            description =
                    "A merge patch: what is left out stays. Roles count from the member's next request. Taking the last"
                            + " enabled admin away answers 409.")
    public RestResponse<MemberView> reviseMember(
            @Parameter(description = "The member.") @PathParam("memberId") UUID memberId,
            @HeaderParam("If-Match") @Size(max = 80) @Nullable String ifMatch,
            @NotNull @Valid ReviseMember in) {
        return tagged(employing.revise(callers.current(), memberId, in, ifMatch));
    }

    @PUT
    @Puts
    @Path("/members")
    @Consumes("application/json")
    @RolesAllowed(Roles.ADMIN)
    @Gives("ETag")
    @Operation(
            summary = "Make or update a member by an outside id.",
            description =
                    "The member with this outside id becomes what the body says, without an If-Match; 201 when it was"
                            + " made, 200 when it was there. Safe to repeat, also in parallel. Whether they are disabled stays.")
    public RestResponse<MemberView> upsertMember(
            @Parameter(description = "system|value: whom to make or update.", example = "hr|7731")
                    @QueryParam("externalId")
                    @NotNull
                    @OutsideId
                    @Size(max = 200)
                    String externalId,
            @NotNull @Valid EmployMember in) {
        if (in.externalId() != null && !in.externalId().equals(externalId)) {
            throw ProblemException.invalid("/externalId", "differs", "Leave it out, or say the same as the address.");
        }
        var done = employing.upsert(callers.current(), externalId, in);
        return done.created() ? created(done.view()) : tagged(done.view());
    }

    private static RestResponse<MemberView> created(MemberView view) {
        return Etags.created(view, view.version(), "/v1/members/" + view.id());
    }

    private static RestResponse<MemberView> tagged(MemberView view) {
        return Etags.ok(view, view.version());
    }
}
