package dev.kith.client;

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
@Tag(name = "Clients")
@Produces("application/json")
class ClientResource {
    @Inject
    Admitting admitting;

    @Inject
    Revising revising;

    @Inject
    Callers callers;

    @GET
    @Path("/clients")
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.ADMIN, Roles.INTEGRATION})
    @Scope("clients:read")
    @Gives("Link")
    @Operation(
            summary = "List clients.",
            description =
                    "Clinicians get their caseload, supervisors their supervisees' too; admins and integrations get all."
                            + " Archived ones too, unless archived says otherwise.")
    public RestResponse<ClientPage> listClients(
            @Parameter(description = "Only those with this text in name, e-mail address or outside id.")
                    @QueryParam("q")
                    @Size(min = 1, max = 100)
                    @Nullable
                    String q,
            @Parameter(description = "Only the one with this outside id, system|value.")
                    @QueryParam("externalId")
                    @Size(max = 200)
                    @Nullable
                    String externalId,
            @Parameter(description = "true: only archived ones; false: only the others.")
                    @QueryParam("archived")
                    @Nullable
                    Boolean archived,
            @Parameter(description = "newest: last admitted first. name: by name. Keep it while paging.")
                    @QueryParam("sort")
                    @DefaultValue("newest")
                    ClientSort sort,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) @Min(Limit.LEAST) @Max(Limit.MOST) int limit,
            @QueryParam("after") @Size(max = 1000) @Nullable String after,
            @Context UriInfo asked) {
        var which = new ClientList.Which(q, externalId, archived, sort);
        var slice = revising.list(callers.current(), which, Cursor.read(after), limit);
        return Pages.reply(new ClientPage(slice.items(), slice.next()), slice.next(), asked);
    }

    @POST
    @Path("/clients")
    @Consumes("application/json")
    @RolesAllowed({Roles.CLINICIAN, Roles.ADMIN, Roles.INTEGRATION})
    @Scope("clients:write")
    @Idempotent
    @ResponseStatus(201)
    @Gives({"ETag", "Location"})
    @Operation(
            summary = "Take a client into care.",
            description =
                    "A clinician who does so becomes primary on the care team. An outside id that is taken answers 409.")
    public RestResponse<ClientView> admitClient(@NotNull @Valid AdmitClient in) {
        return created(admitting.admit(callers.current(), in));
    }

    @GET
    @Path("/clients/{clientId}")
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.ADMIN, Roles.CLIENT, Roles.INTEGRATION})
    @Scope("clients:read")
    @Gives("ETag")
    @Operation(
            summary = "Read one client.",
            description = "Who they are, nothing of what they answered. Clients read themselves here.")
    public RestResponse<ClientView> readClient(
            @Parameter(description = "The client.") @PathParam("clientId") UUID clientId) {
        return tagged(revising.read(callers.current(), clientId));
    }

    @PATCH
    @Path("/clients/{clientId}")
    @Consumes({"application/json", "application/merge-patch+json"})
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.ADMIN, Roles.INTEGRATION})
    @Scope("clients:write")
    @Gives("ETag")
    @Operation(
            summary = "Change or archive a client.",
            description =
                    "A merge patch: what is left out stays. archived: true takes them out of care and signs them out; an"
                            + " archived client answers 409 to any other change, and comes back with archived: false.")
    public RestResponse<ClientView> reviseClient(
            @Parameter(description = "The client.") @PathParam("clientId") UUID clientId,
            @HeaderParam("If-Match") @Size(max = 80) @Nullable String ifMatch,
            @NotNull @Valid ReviseClient in) {
        return tagged(revising.revise(callers.current(), clientId, in, ifMatch));
    }

    @PUT
    @Puts
    @Path("/clients")
    @Consumes("application/json")
    @RolesAllowed({Roles.ADMIN, Roles.INTEGRATION})
    @Scope("clients:write")
    @Gives("ETag")
    @Operation(
            summary = "Make or update a client by an outside id.",
            description =
                    "The client with this outside id becomes what the body says, without an If-Match; 201 when they were"
                            + " made, 200 when they were there. Safe to repeat, also in parallel.")
    public RestResponse<ClientView> upsertClient(
            @Parameter(description = "system|value: whom to make or update.", example = "ehr|48213")
                    @QueryParam("externalId")
                    @NotNull
                    @OutsideId
                    @Size(max = 200)
                    String externalId,
            @NotNull @Valid AdmitClient in) {
        if (in.externalId() != null && !in.externalId().equals(externalId)) {
            throw ProblemException.invalid("/externalId", "differs", "Leave it out, or say the same as the address.");
        }
        var done = admitting.upsert(callers.current(), externalId, in);
        return done.created() ? created(done.view()) : tagged(done.view());
    }

    private static RestResponse<ClientView> created(ClientView view) {
        return Etags.created(view, view.version(), "/v1/clients/" + view.id());
    }

    private static RestResponse<ClientView> tagged(ClientView view) {
        return Etags.ok(view, view.version());
    }
}
