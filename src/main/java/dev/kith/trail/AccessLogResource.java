package dev.kith.trail;

import dev.kith.contract.Gives;
import dev.kith.paging.Cursor;
import dev.kith.paging.Limit;
import dev.kith.paging.Pages;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
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

@Path("/v1/me/access-log")
@Tag(name = "Me")
@Produces("application/json")
class AccessLogResource {
    @Inject
    ShowingAccess showing;

    @Inject
    Callers callers;

    @GET
    @RolesAllowed(Roles.CLIENT)
    @Gives("Link")
    @Operation(
            summary = "Who was in my record?",
            description =
                    "Each time that somebody, or practice software, opened or changed the client's own record: what, when, who, and why where the glass was"
                            + " broken; newest first. The caseload with its latest scores, and the list of alerts, are told to each client who was shown"
                            + " on them: once a day for each reader, with how often. Attempts that were refused are not told, for nothing was seen; nor"
                            + " are lists of names and of reviews to be done.")
    public RestResponse<AccessLog> listOwnAccess(
            @Parameter(description = "Also what the client did.") @QueryParam("own") @DefaultValue("false") boolean own,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) @Min(Limit.LEAST) @Max(Limit.MOST) int limit,
            @QueryParam("after") @Size(max = 500) @Nullable String after,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String language,
            @Context UriInfo asked)
            throws SQLException {
        var words = Words.in(language);
        var slice = showing.own(callers.current(), own, Cursor.read(after), limit);
        var page = new AccessLog(
                slice.items().stream()
                        .map(line -> AccessLogEntry.of(line, words))
                        .toList(),
                slice.next());
        return words.tell(Pages.reply(page, slice.next(), asked));
    }
}
