package dev.kith.report;

import dev.kith.chart.Figures;
import dev.kith.contract.Gives;
import dev.kith.etag.Etags;
import dev.kith.progress.Tracing;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
import dev.kith.security.Scope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** One scale of a client as a picture, and as the table that belongs beside it. */
@Path("/v1/clients/{clientId}/progress/{questionnaire}")
@Tag(name = "Progress")
class ChartResource {
    private static final int BAND = 2;

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
                            + " where a measure was missed, skipped, answered too little or scored in another way: no line goes across them. Title and"
                            + " description say the same in words; the table beside it is at the same address with .csv. It follows light and"
                            + " dark screens, needs no scripts and loads nothing. Clients see their own without bands and without marks of what is"
                            + " missing.")
    public RestResponse<String> drawProgress(
            @BeanParam @Valid ChartQuestion question,
            @Parameter(description = "In pixels: 360 suits a phone. The height follows.")
                    @QueryParam("width")
                    @DefaultValue("720")
                    @Min(280)
                    @Max(1600)
                    int width,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String language)
            throws SQLException {
        var chart = tracing.chart(callers.current(), question.wanted(), language);
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
            @BeanParam @Valid ChartQuestion question,
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
        var chart = tracing.chart(callers.current(), question.wanted(), language);
        var png = printing.png(chart, width, density);
        return answer(png, "image/png", png);
    }

    @GET
    @Path("/{scale}.csv")
    @Produces("text/csv")
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
    @Scope("progress:read")
    @Gives("Content-Disposition")
    @Operation(
            summary = "Read the figures of a chart as a table.",
            description =
                    "What the picture shows, for who cannot see it or wants the figures: a row for each score and each gap, the oldest first. The"
                            + " first row names the columns in the reader's language: date, score, band (not for clients, nor where the scale has"
                            + " none), change since the baseline, note; and, where something must stand beside every result, that. Dates are in"
                            + " words, scores and changes plain numbers. UTF-8, comma, every cell quoted; no text becomes a formula.")
    public RestResponse<StreamingOutput> tableProgress(
            @BeanParam @Valid ChartQuestion question,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String language)
            throws SQLException {
        var figures = Figures.of(tracing.chart(callers.current(), question.wanted(), language));
        return CsvReply.of("figures.csv", out -> write(figures, out));
    }

    private static void write(Figures figures, OutputStream out) throws IOException {
        try (var table = new CsvTable(out)) {
            table.row(cells(figures, figures.columns(), figures.noticeColumn()));
            for (var row : figures.rows()) {
                var cells = new ArrayList<@Nullable Object>();
                cells.add(row.date());
                cells.add(row.number());
                cells.add(row.band());
                cells.add(row.difference());
                cells.add(row.note());
                table.row(cells(figures, cells, figures.notice()));
            }
        }
    }

    private static @Nullable Object[] cells(
            Figures figures, List<? extends @Nullable Object> five, @Nullable String notice) {
        var cells = new ArrayList<@Nullable Object>(five);
        if (!figures.banded()) {
            cells.remove(BAND);
        }
        if (figures.notice() != null) {
            cells.add(notice);
        }
        return cells.toArray();
    }

    private static <T> RestResponse<T> answer(T picture, String type, byte[] bytes) {
        return RestResponse.ResponseBuilder.ok(picture, type)
                .header("ETag", Etags.ofContent(bytes))
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
                .build();
    }
}
