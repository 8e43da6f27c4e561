package dev.kith.signal;

import dev.kith.contract.Gives;
import dev.kith.paging.Cursor;
import dev.kith.paging.Limit;
import dev.kith.paging.Pages;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
import dev.kith.security.Scope;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/clients/{clientId}/signals")
@Tag(name = "Signals")
@Produces("application/json")
class SignalResource {
    @Inject
    ListingSignals listing;

    @Inject
    Callers callers;

    @GET
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
    @Scope("progress:read")
    @Gives("Link")
    @Operation(
            summary = "See whether a client is on track.",
            description =
                    "What plain rules over scores, tasks and logs say, newest first. outside-local-band speaks where the practice turned localModels on in its"
                            + " policy: the latest score is worse than nineteen in twenty of what its own closed episodes came to. One that stands no longer says when it ended; when the same"
                            + " comes again it is another one. notJudged tells which rules could not say anything, and why: their silence is no all-clear. Software hears of critical-item with responses:read, of distress-spike and"
                            + " stop-rule-used with logs:read.")
    public RestResponse<SignalPage> listClientSignals(
            @Parameter(description = "The client.") @PathParam("clientId") UUID clientId,
            @Parameter(description = "Only those that stand now.") @QueryParam("standing") @DefaultValue("true")
                    boolean standing,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) @Min(Limit.LEAST) @Max(Limit.MOST) int limit,
            @QueryParam("after") @Size(max = 500) @Nullable String after,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String language,
            @Context UriInfo asked)
            throws SQLException {
        var words = Words.in(language);
        var page = listing.of(callers.current(), clientId, standing, Cursor.read(after), limit, words);
        return words.tell(Pages.reply(page, page.next(), asked));
    }
}
