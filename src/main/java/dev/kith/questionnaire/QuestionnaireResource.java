package dev.kith.questionnaire;

import dev.kith.contract.Gives;
import dev.kith.definition.Languages;
import dev.kith.etag.Etags;
import dev.kith.problem.Fails;
import dev.kith.problem.ProblemException;
import dev.kith.problem.ProblemType;
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
    Reading reading;

    @Inject
    Callers callers;

    @GET
    @Scope("questionnaires:read")
    @Operation(
            summary = "Find questionnaires.",
            description =
                    "The published version of each that fits all that is asked, by key: the library's and those of the"
                            + " practice. There is one page. Those who author may ask for their drafts instead.")
    public QuestionnaireList listQuestionnaires(
            @BeanParam @Valid Search search, @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String wanted) {
        var language = search.language == null ? wanted : search.language;
        var all = search.state == ListedState.DRAFT
                ? reading.drafts(callers.current()).stream()
                : catalogue.current().stream().map(Listed::of);
        return new QuestionnaireList(
                all.filter(search::fits)
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
        return rendered(catalogue.findCurrent(key).orElseThrow(ProblemException::notFound), wanted);
    }

    @GET
    @Path("/{key}/versions")
    @Scope("questionnaires:read")
    @Operation(
            summary = "List the versions of a questionnaire.",
            description = "Newest first, retired ones too; the draft for those who author.")
    public QuestionnaireList listQuestionnaireVersions(
            @Parameter(description = KEY) @PathParam("key") @Size(max = 80) String key,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String wanted) {
        return new QuestionnaireList(
                reading.versions(callers.current(), key).stream()
                        .map(one -> QuestionnaireSummary.of(one, wanted))
                        .toList(),
                null);
    }

    @GET
    @Path("/{key}/versions/{version}")
    @Scope("questionnaires:read")
    @Gives({"ETag", "Content-Language"})
    @Fails(ProblemType.CONFLICT)
    @Operation(
            summary = "Read one version of a questionnaire.",
            description =
                    "As it was published: a response is rendered with its own version for ever. A draft, for those"
                            + " who author, as it would be; 409 while it cannot be scored.")
    public RestResponse<QuestionnaireView> readQuestionnaireVersion(
            @Parameter(description = KEY) @PathParam("key") @Size(max = 80) String key,
            @Parameter(description = "1 and up.") @PathParam("version") @Min(1) @Max(1_000_000) int version,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String wanted) {
        return rendered(reading.require(callers.current(), key, version), wanted);
    }

    private RestResponse<QuestionnaireView> rendered(Published published, @Nullable String wanted) {
        var language = published.languageFor(wanted);
        var forClient = callers.current().isClient();
        var view = Reading.unlessUnfit(() -> QuestionnaireView.of(published, language, forClient));
        var tag = published.tag() + "-" + language + (forClient ? "-c" : "");
        return Languages.told(Etags.ok(view, tag), language);
    }
}
