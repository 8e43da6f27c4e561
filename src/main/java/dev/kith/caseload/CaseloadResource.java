package dev.kith.caseload;

import dev.kith.contract.Gives;
import dev.kith.paging.Cursor;
import dev.kith.paging.Limit;
import dev.kith.paging.Pages;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
import dev.kith.security.Scope;
import dev.kith.signal.SignalRule;
import dev.kith.words.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/caseload")
@Tag(name = "Caseload")
@Produces("application/json")
class CaseloadResource {
    @Inject
    Overseeing overseeing;

    @Inject
    Callers callers;

    @GET
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
    @Scope("caseload:read")
    @Gives("Link")
    @Operation(
            summary = "See who of a caseload needs somebody first.",
            description =
                    "One row a client on the caller's caseload today, cover included (of supervisors: also on their supervisees'; of practice"
                            + " software: all clients). Archived ones are left out. By attention the order is: a critical alert that nobody"
                            + " acknowledged; a critical alert that was acknowledged; red signals; other alerts that are not resolved, by when they are"
                            + " due; amber signals; messages that nobody read; then who was longest without contact (an answer, a log, a message, an"
                            + " appointment that began; being admitted, where there was none). What was answered a moment ago counts. A client"
                            + " whose place changes between two pages may come twice or be passed over: begin again to be sure. Practice software"
                            + " is told of a client what its scopes would let it read elsewhere: alerts with alerts:read; scores, signals,"
                            + " adherence and the last activity with progress:read; appointments with assignments:read; programs with"
                            + " enrollments:read; messages never. What it is not told of decides no place in its list, those for whom nothing else"
                            + " waits come as they were admitted, and to ask by it answers 403: signal and sort=last-activity need progress:read (and"
                            + " the rule's own scope), alert alerts:read, program enrollments:read, questionnaire progress:read and assignments:read."
                            + " Each client on the page finds this in their access log.")
    public RestResponse<CaseloadPage> readCaseload(
            @Parameter(
                            description =
                                    "attention: who needs somebody first. name: by name. last-activity: who did something last first. Keep it"
                                            + " while paging.")
                    @QueryParam("sort")
                    @DefaultValue("attention")
                    CaseloadSort sort,
            @Parameter(description = "Only those with a standing signal by this rule.") @QueryParam("signal") @Nullable
                    SignalRule signal,
            @Parameter(description = "Only those with an alert that is not resolved.") @QueryParam("alert") @Nullable
                    AlertsAsked alert,
            @Parameter(description = "Only those in this program, by its key.")
                    @QueryParam("program")
                    @Size(min = 1, max = 64)
                    @Nullable
                    String program,
            @Parameter(description = "Only those who answered this questionnaire or are to, by its key.")
                    @QueryParam("questionnaire")
                    @Size(min = 1, max = 64)
                    @Nullable
                    String questionnaire,
            @Parameter(description = "Only those with this text in their name.")
                    @QueryParam("q")
                    @Size(min = 1, max = 100)
                    @Nullable
                    String q,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) @Min(Limit.LEAST) @Max(Limit.MOST) int limit,
            @QueryParam("after") @Size(max = 1000) @Nullable String after,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String wanted,
            @Context UriInfo asked)
            throws SQLException {
        var which = new CaseloadFilter(signal, alert, program, questionnaire, q, sort);
        var words = Words.in(wanted);
        var caller = callers.current();
        var slice = overseeing.list(caller, which, Cursor.read(after), limit, wanted);
        var order = caller.isMachine() ? AttentionCode.orderOfAll(words) : AttentionCode.order(words);
        var page = new CaseloadPage(slice.items(), order, slice.next());
        return words.tell(Pages.reply(page, slice.next(), asked));
    }
}
