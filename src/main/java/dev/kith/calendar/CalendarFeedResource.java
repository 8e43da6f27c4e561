package dev.kith.calendar;

import dev.kith.contract.Gives;
import dev.kith.limits.Limits;
import dev.kith.limits.RequestOrigin;
import dev.kith.problem.Fails;
import dev.kith.problem.ProblemType;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** For calendars, which know no tokens: the address is the secret. */
@Path(CalendarFeedResource.PATH)
@Tag(name = "Calendar")
class CalendarFeedResource {
    static final String PATH = "/v1/calendar-feeds";
    private static final int TAG_BYTES = 16;

    @Inject
    FeedingCalendars feeding;

    @Inject
    Limits limits;

    @Inject
    RequestOrigin origin;

    @GET
    @Path("/{feed}")
    @PermitAll
    @Produces("text/calendar")
    @Gives("ETag")
    @Fails(ProblemType.NOT_FOUND)
    @Operation(
            summary = "Read a calendar feed by its secret.",
            description =
                    "iCalendar (RFC 5545): an event from opening to due for each task of the last 30 days and the next five weeks. Every event has"
                            + " the same neutral title. A secret that was revoked or never given answers 404.")
    public RestResponse<String> readCalendarFeed(
            @Parameter(
                            description = "The secret from the feed's address.",
                            example = "2Yw3n1o7bTq0kYt6mJb8cVx5aZs4dQe9RfGhKlPuW-E")
                    @PathParam("feed")
                    @Size(max = 100)
                    String secret) {
        limits.take("calendar " + origin.address());
        var text = feeding.text(secret);
        return RestResponse.ResponseBuilder.ok(text, "text/calendar;charset=UTF-8")
                .header("ETag", '"' + HexFormat.of().formatHex(FeedingCalendars.hash(text), 0, TAG_BYTES) + '"')
                .header("Cache-Control", "private, max-age=300")
                .build();
    }
}
