package dev.kith.questionnaire;

import dev.kith.definition.Looking;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What somebody looks for. What is left out does not narrow. */
class Search {
    @Parameter(description = "Words of the key, the title, the purpose, the tags or what it measures, in any language.")
    @QueryParam("q")
    @Size(max = 100)
    @Nullable
    String q;

    @Parameter(description = "Only what measures this, such as depression.")
    @QueryParam("construct")
    @Size(max = 64)
    @Nullable
    String construct;

    @Parameter(description = "Only with this tag.")
    @QueryParam("tag")
    @Size(max = 60)
    @Nullable
    String tag;

    @Parameter(description = "Only in this language.")
    @QueryParam("language")
    @Size(max = 35)
    @Nullable
    String language;

    @Parameter(description = "Only what takes at most so many minutes, where that is known.")
    @QueryParam("maxMinutes")
    @Min(1)
    @Max(1_000)
    @Nullable
    Integer maxMinutes;

    @Parameter(description = "Only under the licence of this code, such as CC-BY-4.0.")
    @QueryParam("licence")
    @Size(max = 100)
    @Nullable
    String licence;

    @Parameter(description = "published when left out; drafts are for admins and supervisors.")
    @QueryParam("state")
    @Nullable
    ListedState state;

    boolean fits(Listed one) {
        var d = one.definition();
        return (construct == null || d.constructs().contains(construct))
                && (tag == null || d.tags().contains(tag))
                && (language == null || d.languages().contains(language))
                && (maxMinutes == null || d.minutes() != null && d.minutes() <= maxMinutes)
                && (licence == null || d.passport().licence().code().equalsIgnoreCase(licence))
                && (q == null
                        || Looking.finds(
                                q,
                                List.of(d.key()),
                                d.title().byLanguage().values(),
                                d.purpose().byLanguage().values(),
                                d.tags(),
                                d.constructs()));
    }
}
