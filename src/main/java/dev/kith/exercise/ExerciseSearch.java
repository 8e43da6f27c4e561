package dev.kith.exercise;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What somebody looks for. What is left out does not narrow. */
class ExerciseSearch {
    @Parameter(
            description = "Words of the key, the code, the title, the purpose, the approaches or the domains, in any"
                    + " language.")
    @QueryParam("q")
    @Size(max = 100)
    @Nullable
    String q;

    @Parameter(description = "Only of this approach or domain, such as somatic or help-avoidance.")
    @QueryParam("tag")
    @Size(max = 64)
    @Nullable
    String tag;

    @Parameter(description = "Only exercises, or only readings.")
    @QueryParam("kind")
    @Nullable
    ExerciseKind kind;

    @Parameter(description = "Only in this language.")
    @QueryParam("language")
    @Size(max = 35)
    @Nullable
    String language;

    @Parameter(description = "published when left out; drafts are for admins and supervisors.")
    @QueryParam("state")
    @Nullable
    ExerciseListState state;

    boolean fits(PublishedExercise one) {
        var d = one.definition();
        return (tag == null || d.approaches().contains(tag) || d.domains().contains(tag))
                && (kind == null || d.kind() == kind)
                && (language == null || d.languages().contains(language))
                && (q == null || saysAll(d, q));
    }

    /** Each word somewhere. */
    private static boolean saysAll(ExerciseDefinition d, String q) {
        var said = String.join(
                        " ",
                        d.key(),
                        Objects.requireNonNullElse(d.code(), ""),
                        String.join(" ", d.title().byLanguage().values()),
                        String.join(" ", d.purpose().byLanguage().values()),
                        String.join(" ", d.approaches()),
                        String.join(" ", d.domains()))
                .toLowerCase(Locale.ROOT);
        for (var word : q.strip().toLowerCase(Locale.ROOT).split("\\s+", -1)) {
            if (!said.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
