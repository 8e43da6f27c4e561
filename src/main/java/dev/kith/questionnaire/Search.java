package dev.kith.questionnaire;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.Locale;
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
                && (q == null || saysAll(one, q));
    }

    /** Each word somewhere. */
    private static boolean saysAll(Listed one, String q) {
        var d = one.definition();
        var said = String.join(
                        " ",
                        d.key(),
                        String.join(" ", d.title().byLanguage().values()),
                        String.join(" ", d.purpose().byLanguage().values()),
                        String.join(" ", d.tags()),
                        String.join(" ", d.constructs()))
                .toLowerCase(Locale.ROOT);
        for (var word : q.strip().toLowerCase(Locale.ROOT).split("\\s+", -1)) {
            if (!said.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
