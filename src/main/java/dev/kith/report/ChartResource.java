package dev.kith.report;

import dev.kith.etag.Etags;
import dev.kith.progress.Tracing;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
import dev.kith.security.Scope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** One scale of a client as a picture. */
@Path("/v1/clients/{clientId}/progress/{questionnaire}")
@Tag(name = "Progress")
class ChartResource {
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2300-01-01T00:00:00Z");
    private static final String AUTHOR = "client|clinician|informant";

    @Inject
    Tracing tracing;

    @Inject
    Printing printing;

    @Inject
    Callers callers;

    @GET
    @Path("/{scale}.svg")
    @Produces("image/svg+xml")
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
    @Scope("progress:read")
    @Operation(
            summary = "Draw a scale over time as SVG.",
            description =
                    "The scale's whole range with its bands, the scores, the range around the baseline in which a change is not reliable, and gaps"
                            + " where a measure was missed or scored in another way: no line goes across them. Title and description say the same"
                            + " in words. It follows light and dark screens, needs no scripts and loads nothing.")
    public RestResponse<String> drawProgress(
            @Parameter(description = "The client.") @PathParam("clientId") UUID clientId,
            @Parameter(description = "Key of the questionnaire.", example = "phq-9")
                    @PathParam("questionnaire")
                    @Size(max = 100)
                    String questionnaire,
            @Parameter(description = "Code of the scale.", example = "total") @PathParam("scale") @Size(max = 100)
                    String scale,
            @Parameter(description = "Whose answers: client, clinician or informant.")
                    @QueryParam("author")
                    @DefaultValue("client")
                    @Size(max = 9)
                    @Pattern(regexp = AUTHOR)
                    String author,
            @Parameter(description = "Given at or after; a date stands for its start in UTC.")
                    @QueryParam("from")
                    @Nullable
                    Instant from,
            @Parameter(description = "Given before; a date stands for its start in UTC.") @QueryParam("to") @Nullable
                    Instant to,
            @Parameter(description = "In pixels: 360 suits a phone. The height follows.")
                    @QueryParam("width")
                    @DefaultValue("720")
                    @Min(280)
                    @Max(1600)
                    int width,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String language)
            throws SQLException {
        var chart =
                tracing.chart(callers.current(), wanted(clientId, questionnaire, scale, author, from, to), language);
        var svg = printing.svg(chart, width);
        return answer(svg, "image/svg+xml", svg.getBytes(StandardCharsets.UTF_8));
    }

    @GET
    @Path("/{scale}.png")
    @Produces("image/png")
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
    @Scope("progress:read")
    @Operation(
            summary = "Draw a scale over time as PNG.",
            description = "The same picture as the SVG, for light paper, where no SVG can be shown.")
    public RestResponse<byte[]> paintProgress(
            @Parameter(description = "The client.") @PathParam("clientId") UUID clientId,
            @Parameter(description = "Key of the questionnaire.", example = "phq-9")
                    @PathParam("questionnaire")
                    @Size(max = 100)
                    String questionnaire,
            @Parameter(description = "Code of the scale.", example = "total") @PathParam("scale") @Size(max = 100)
                    String scale,
            @Parameter(description = "Whose answers: client, clinician or informant.")
                    @QueryParam("author")
                    @DefaultValue("client")
                    @Size(max = 9)
                    @Pattern(regexp = AUTHOR)
                    String author,
            @Parameter(description = "Given at or after; a date stands for its start in UTC.")
                    @QueryParam("from")
                    @Nullable
                    Instant from,
            @Parameter(description = "Given before; a date stands for its start in UTC.") @QueryParam("to") @Nullable
                    Instant to,
            @Parameter(description = "In pixels of a plain screen. The height follows.")
                    @QueryParam("width")
                    @DefaultValue("720")
                    @Min(280)
                    @Max(1600)
                    int width,
            @Parameter(description = "2 gives twice the pixels each way, for sharp screens.")
                    @QueryParam("density")
                    @DefaultValue("1")
                    @Min(1)
                    @Max(2)
                    int density,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String language)
            throws SQLException {
        var chart =
                tracing.chart(callers.current(), wanted(clientId, questionnaire, scale, author, from, to), language);
        var png = printing.png(chart, width, density);
        return answer(png, "image/png", png);
    }

    private static Tracing.Wanted wanted(
            UUID client,
            String questionnaire,
            String scale,
            String author,
            @Nullable Instant from,
            @Nullable Instant to) {
        return new Tracing.Wanted(
                client,
                questionnaire,
                scale,
                author,
                Objects.requireNonNullElse(from, EARLIEST),
                Objects.requireNonNullElse(to, LATEST));
    }

    private static <T> RestResponse<T> answer(T picture, String type, byte[] bytes) {
        return RestResponse.ResponseBuilder.ok(picture, type)
                .header("ETag", Etags.ofContent(bytes))
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
                .build();
    }
}
