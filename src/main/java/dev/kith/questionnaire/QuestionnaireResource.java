package dev.kith.questionnaire;

import dev.kith.contract.Gives;
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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/questionnaires")
@Tag(name = "Questionnaires")
@Produces("application/json")
@RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.ADMIN, Roles.CLIENT, Roles.INTEGRATION})
class QuestionnaireResource {
    private static final String KEY = "Lower-kebab, such as phq-9.";

    @Inject
    QuestionnaireCatalogue catalogue;

    @Inject
    Callers callers;

    @GET
    @Scope("questionnaires:read")
    @Operation(
            summary = "Find questionnaires.",
            description = "The published version of each that fits all that is asked, by key. There is one page.")
    public QuestionnaireList listQuestionnaires(
            @BeanParam @Valid Search search, @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String wanted) {
        var language = search.language == null ? wanted : search.language;
        return new QuestionnaireList(
                catalogue.current().stream()
                        .filter(search::fits)
                        .map(one -> QuestionnaireSummary.of(one, language))
                        .toList(),
                null);
    }

    @GET
    @Path("/{key}")
    @Scope("questionnaires:read")
    @Gives({"ETag", "Content-Language"})
    @Operation(
            summary = "Read a questionnaire.",
            description = "The published version, in the language that fits Accept-Language best.")
    public RestResponse<QuestionnaireView> readQuestionnaire(
            @Parameter(description = KEY) @PathParam("key") @Size(max = 80) String key,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String wanted) {
        return rendered(catalogue.findCurrent(key).orElseThrow(dev.kith.problem.ProblemException::notFound), wanted);
    }

    @GET
    @Path("/{key}/versions")
    @Scope("questionnaires:read")
    @Operation(summary = "List the versions of a questionnaire.", description = "Newest first, retired ones too.")
    public QuestionnaireList listQuestionnaireVersions(
            @Parameter(description = KEY) @PathParam("key") @Size(max = 80) String key,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String wanted) {
        return new QuestionnaireList(
                catalogue.versionsOf(key).stream()
                        .map(one -> QuestionnaireSummary.of(one, wanted))
                        .toList(),
                null);
    }

    @GET
    @Path("/{key}/versions/{version}")
    @Scope("questionnaires:read")
    @Gives({"ETag", "Content-Language"})
    @Operation(
            summary = "Read one version of a questionnaire.",
            description = "As it was published: a response is rendered with its own version for ever.")
    public RestResponse<QuestionnaireView> readQuestionnaireVersion(
            @Parameter(description = KEY) @PathParam("key") @Size(max = 80) String key,
            @Parameter(description = "1 and up.") @PathParam("version") @Min(1) @Max(1_000_000) int version,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String wanted) {
        return rendered(catalogue.require(key, version), wanted);
    }

    private RestResponse<QuestionnaireView> rendered(Published published, @Nullable String wanted) {
        var language = published.languageFor(wanted);
        var forClient = callers.current().isClient();
        var view = QuestionnaireView.of(published, language, forClient);
        var tag = published.tag() + "-" + language + (forClient ? "-c" : "");
        return RestResponse.ResponseBuilder.ok(view)
                .header("ETag", '"' + tag + '"')
                .header("Content-Language", language)
                .header("Vary", "Accept-Language, Authorization")
                .build();
    }
}
