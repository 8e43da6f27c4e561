package dev.kith.outcome;

import dev.kith.outcome.Reckoning.Asked;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
import dev.kith.security.Scope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/practice/outcomes")
@Tag(name = "Progress")
@Produces("application/json")
class OutcomeResource {
    @Inject
    Reckoning reckoning;

    @Inject
    Callers callers;

    @GET
    @RolesAllowed({Roles.SUPERVISOR, Roles.ADMIN, Roles.INTEGRATION})
    @Scope("outcomes:read")
    @Operation(
            summary = "See how the practice's clients fared.",
            description =
                    "Over clients who were measured at least twice in the period, the first against the last of the newest stretch of versions that"
                            + " mean the same; clients who left count too. Periods are whole calendar months that are over: with free dates, or a month"
                            + " that still runs, two answers could differ by one client and tell of them when subtracted. Ranges of months that overlap still can: whoever"
                            + " passes figures on chooses periods that do not. Figures of fewer than five"
                            + " people are null with the reason fewer-than-five, and so is whatever would lead to one by subtraction: further classes,"
                            + " programs beside which fewer than five people are left, and all classes of a program whose rest would show too few.")
    public OutcomesView readOutcomes(
            @Parameter(description = "Key of the questionnaire.", required = true, example = "phq-9")
                    @QueryParam("questionnaire")
                    @NotNull
                    @Size(max = 100)
                    String questionnaire,
            @Parameter(description = "Code of one scale; all when left out.")
                    @QueryParam("scale")
                    @Size(max = 100)
                    @Nullable
                    String scale,
            @Parameter(description = "First month, in the practice's time zone.", required = true, example = "2025-01")
                    @QueryParam("from")
                    @NotNull
                    @Size(max = 7)
                    @Pattern(regexp = Months.FORMAT)
                    String from,
            @Parameter(
                            description = "Last month, included; over by now. At most 60 months in all.",
                            required = true,
                            example = "2025-12")
                    @QueryParam("to")
                    @NotNull
                    @Size(max = 7)
                    @Pattern(regexp = Months.FORMAT)
                    String to,
            @Parameter(
                            description =
                                    "Key of a program: only clients who were enrolled in it at some time of the period.")
                    @QueryParam("program")
                    @Size(max = 100)
                    @Nullable
                    String program,
            @Parameter(description = "Whose answers: client, clinician or informant.")
                    @QueryParam("author")
                    @DefaultValue("client")
                    @Size(max = 9)
                    @Pattern(regexp = "client|clinician|informant")
                    String author,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String language)
            throws SQLException {
        var asked = new Asked(questionnaire, scale, author, program, from, to, language);
        return reckoning.outcomes(callers.current(), asked);
    }
}
