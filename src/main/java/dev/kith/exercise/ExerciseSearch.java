package dev.kith.exercise;

import dev.kith.definition.Looking;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.List;
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
                && (q == null
                        || Looking.finds(
                                q,
                                List.of(d.key(), Objects.requireNonNullElse(d.code(), "")),
                                d.title().byLanguage().values(),
                                d.purpose().byLanguage().values(),
                                d.approaches(),
                                d.domains()));
    }
}
