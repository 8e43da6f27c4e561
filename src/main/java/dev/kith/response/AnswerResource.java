package dev.kith.response;

import dev.kith.contract.Puts;
import dev.kith.response.Submitting.Stored;
import dev.kith.security.Caller;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
import dev.kith.security.Scope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1")
@Tag(name = "Responses")
@Produces("application/json")
class AnswerResource {
    @Inject
    Submitting submitting;

    @Inject
    Bringing bringing;

    @Inject
    Callers callers;

    @PUT
    @Path("/tasks/{taskId}/response")
    @Consumes("application/json")
    @RolesAllowed(Roles.CLIENT)
    @Puts
    @Operation(
            summary = "Answer a task.",
            description =
                    "Keeps a draft or completes. A critical answer raises its alert in the same transaction, and the reply"
                            + " carries the crisis card. Completing again with the same answers gives the same reply; with others: 409,"
                            + " amend instead. Scores that an app sends are refused as unknown fields: the server scores. A critical answer is"
                            + " heard even where the call is refused: its alert is raised and the problem carries the crisis card. What was"
                            + " complete is then kept as /v1/sync keeps it; else a draft of what could be read, unless one stands.")
    public RestResponse<ResponseView> answerTask(
            @Parameter(description = "The task.") @PathParam("taskId") UUID taskId,
            @NotNull @Valid AnswerTask in,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String acceptLanguage)
            throws SQLException {
        var caller = callers.current();
        return reply(caller, submitting.answer(caller, taskId, in, acceptLanguage));
    }

    @PUT
    @Path("/responses/{responseId}")
    @Consumes("application/json")
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
    @Scope("responses:write")
    @Puts
    @Operation(
            summary = "Store a response under an id of your own.",
            description =
                    "For apps offline, a clinician at the chair, or history brought over. The same id and answers again give"
                            + " the same reply, so a retry is harmless. A critical answer is heard even where the call is refused, as for"
                            + " PUT /v1/tasks/{taskId}/response. A client's app sends so many a day that are to no task, from midnight to"
                            + " midnight where the client is; past that: 429 with day-is-full. Keep it, and send it again after Retry-After.")
    public RestResponse<ResponseView> putResponse(
            @Parameter(description = "A UUID that the sender made.") @PathParam("responseId") UUID responseId,
            @NotNull @Valid PutResponse in,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String acceptLanguage)
            throws SQLException {
        var caller = callers.current();
        return reply(caller, bringing.put(caller, responseId, in, acceptLanguage));
    }

    private static RestResponse<ResponseView> reply(Caller caller, Stored stored) {
        return RestResponse.ResponseBuilder.<ResponseView>create(stored.created() ? 201 : 200)
                .entity(stored.view().seenBy(caller))
                .build();
    }
}
