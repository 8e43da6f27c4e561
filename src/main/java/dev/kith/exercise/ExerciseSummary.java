package dev.kith.exercise;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A line of the list. */
@Schema(description = "An exercise or a reading card in the list.")
record ExerciseSummary(
        @Schema(examples = "ask-and-notice") String key,
        int version,

        @Schema(description = "draft, published or retired.", examples = "published")
        String state,

        @Schema(description = "The library's short name; null for a practice's own.", examples = "E02") @Nullable
        String code,

        @Schema(description = "exercise or reading.", examples = "exercise")
        String kind,

        String title,
        String purpose,

        @Schema(description = "Must stand beside it; null when nothing must.") @Nullable
        String label,

        List<String> languages,

        @Schema(description = "About how long it takes.") int minutes,

        @Schema(description = "Ways of therapy that it belongs to.")
        List<String> approaches,

        @Schema(description = "What it works on.") List<String> domains,

        @Schema(description = "Who may start it: clinician, client.")
        List<String> assignedBy,

        @Schema(description = "Whether something must be so before it may be done.")
        boolean gated,

        @Schema(description = "Whether it is done on a ladder of rungs.")
        boolean ladder) {

    static ExerciseSummary of(PublishedExercise one, @Nullable String wanted) {
        var d = one.definition();
        return new ExerciseSummary(
                d.key(),
                d.version(),
                one.state().code(),
                d.code(),
                d.kind().code(),
                one.title(wanted),
                d.purpose().in(one.languageFor(wanted)),
                one.label(wanted),
                d.languages(),
                d.minutes(),
                d.approaches(),
                d.domains(),
                ExerciseView.starters(d),
                !d.gates().isEmpty(),
                d.ladder());
    }
}

/** The list; there are few, so it has one page. */
@Schema(description = "Exercises, by key.")
record ExerciseList(List<ExerciseSummary> items, @Nullable String next) {}
