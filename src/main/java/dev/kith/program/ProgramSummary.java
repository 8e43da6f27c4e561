package dev.kith.program;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A line of the list. */
@Schema(description = "A program in the list.")
record ProgramSummary(
        @Schema(examples = "learning-to-trust-again") String key,
        int version,

        @Schema(description = "draft, published or retired.", examples = "published")
        String state,

        @Schema(description = "The library's short name; null for a practice's own.", examples = "PRG-A") @Nullable
        String code,

        String title,
        String purpose,

        @Schema(description = "Must stand beside it; null when nothing must.") @Nullable
        String label,

        List<String> languages,

        @Schema(description = "The last week, counted from 0.")
        int weeks,

        @Schema(description = "How many steps it has, optional ones too.")
        int steps,

        @Schema(description = "Ways of therapy that it belongs to.")
        List<String> approaches,

        @Schema(description = "What it works on.") List<String> domains) {

    static ProgramSummary of(PublishedProgram one, @Nullable String wanted) {
        var d = one.definition();
        var language = one.languageFor(wanted);
        return new ProgramSummary(
                d.key(),
                d.version(),
                one.state().code(),
                d.code(),
                d.title().in(language),
                d.purpose().in(language),
                d.label() == null ? null : d.label().in(language),
                d.languages(),
                d.weeks(),
                d.steps().size(),
                d.approaches(),
                d.domains());
    }
}

/** The list; there are few, so it has one page. */
@Schema(description = "Programs, by key.")
record ProgramList(List<ProgramSummary> items, @Nullable String next) {}
