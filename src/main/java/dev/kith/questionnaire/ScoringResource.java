package dev.kith.questionnaire;

import dev.kith.definition.GivenAnswers;
import dev.kith.idempotency.Idempotent;
import dev.kith.scoring.AlertRule;
import dev.kith.scoring.AlertRules;
import dev.kith.scoring.Scorer;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
import dev.kith.security.Scope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/questionnaires")
@Tag(name = "Questionnaires")
@Produces("application/json")
@RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.ADMIN, Roles.INTEGRATION})
class ScoringResource {
    @Inject
    QuestionnaireCatalogue catalogue;

    @Inject
    Reading reading;

    @Inject
    Callers callers;

    @POST
    @Path("/{key}/versions/{version}/score")
    @Consumes("application/json")
    @Scope("questionnaires:read")
    @Idempotent
    @Operation(
            summary = "See what answers would score.",
            description =
                    "Scores by the version's own rules, missing answers too. Nothing is stored and nobody is told. A draft is"
                            + " scored for those who author; 409 while it cannot be.")
    public ScorePreview previewScore(
            @Parameter(description = "Lower-kebab, such as phq-9.") @PathParam("key") @Size(max = 80) String key,
            @Parameter(description = "1 and up.") @PathParam("version") @Min(1) @Max(1_000_000) int version,
            @NotNull @Valid ScoreAnswers in,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String wanted) {
        var published = reading.require(callers.current(), key, version);
        var answers = AnswerFaults.requireDraft(published, in.answers());
        var given = GivenAnswers.of(answers, in.known());
        var scored = Scorer.score(published.model(), given);
        var language = published.languageFor(wanted);
        return new ScorePreview(
                key,
                version,
                published.label(wanted),
                ScoreView.all(published, scored.scales(), language),
                CriterionView.all(published, scored.criteria(), language),
                scored.flags(),
                AlertRules.firing(published.model(), given, scored).stream()
                        .map(AlertRule::key)
                        .toList(),
                scored.engine());
    }

    @POST
    @Path("/{key}/versions/{version}/self-test")
    @Scope("questionnaires:read")
    @Idempotent
    @Operation(
            summary = "Run the test vectors.",
            description = "Does this server score this version as its author says? Send no body.")
    public SelfTestReport runSelfTest(
            @Parameter(description = "Lower-kebab, such as phq-9.") @PathParam("key") @Size(max = 80) String key,
            @Parameter(description = "1 and up.") @PathParam("version") @Min(1) @Max(1_000_000) int version) {
        return SelfTestReport.of(reading.require(callers.current(), key, version));
    }

    @POST
    @Path("/self-test")
    @Scope("questionnaires:read")
    @Idempotent
    @Operation(
            summary = "Run the test vectors of all questionnaires.",
            description = "Of the published version of each, the library's and those of the practice. Send no body.")
    public SelfTestReports runAllSelfTests() {
        var reports = catalogue.current().stream().map(SelfTestReport::of).toList();
        return new SelfTestReports(reports.stream().allMatch(SelfTestReport::passed), reports);
    }
}
