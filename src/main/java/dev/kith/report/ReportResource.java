package dev.kith.report;

import dev.kith.contract.Gives;
import dev.kith.etag.Etags;
import dev.kith.json.DayOrInstant;
import dev.kith.progress.Recounting;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
import dev.kith.security.Scope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A client's progress on paper. */
@Path("/v1/clients/{clientId}/report.pdf")
@Tag(name = "Progress")
class ReportResource {
    @Inject
    Reporting reporting;

    @Inject
    Printing printing;

    @Inject
    Callers callers;

    @GET
    @Produces("application/pdf")
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
    @Scope("progress:read")
    @Gives({"Content-Disposition", "Content-Language"})
    @Operation(
            summary = "Print a client's progress.",
            description =
                    "A report in English or German, as PDF (tagged as PDF/UA asks): what changed and whether that is more than ups and downs, in"
                            + " words that a client understands and without a diagnosis; the chart, figures, basis and source of each scale;"
                            + " exercises, goals, and what the licences want to be said. Of each scale the newest 60 figures. Clients get their"
                            + " own, without the scales that the care team keeps for a talk. Two are printed at a time: 503 says when to come"
                            + " again.")
    public RestResponse<byte[]> printProgress(
            @Parameter(description = "The client.") @PathParam("clientId") UUID clientId,
            @Parameter(
                            description =
                                    "Given, due or done at or after; a date stands for its start in the client's time zone. All when left out.",
                            schema = @Schema(implementation = Instant.class))
                    @QueryParam("from")
                    @Nullable
                    DayOrInstant from,
            @Parameter(
                            description =
                                    "Given, due or done before; a date stands for its start in the client's time zone. Until now when left out.",
                            schema = @Schema(implementation = Instant.class))
                    @QueryParam("to")
                    @Nullable
                    DayOrInstant to,
            @Parameter(
                            description = "Key of the one questionnaire whose scales are told; all when left out.",
                            example = "phq-9")
                    @QueryParam("questionnaire")
                    @Size(max = 100)
                    @Nullable
                    String questionnaire,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String language)
            throws SQLException {
        var wanted = new Recounting.Wanted(clientId, from, to, questionnaire, "report.read");
        var report = reporting.report(callers.current(), wanted, language);
        var out = new ByteArrayOutputStream();
        printing.pdf(report, out);
        var pdf = out.toByteArray();
        return RestResponse.ResponseBuilder.ok(pdf, "application/pdf")
                .header("ETag", Etags.ofContent(pdf))
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"report-%s-%s.pdf\"".formatted(report.from(), report.to()))
                .header("Content-Language", report.locale().toLanguageTag())
                .build();
    }
}
