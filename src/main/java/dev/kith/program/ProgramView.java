package dev.kith.program;

import dev.kith.definition.Text;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A version, rendered in one language. */
@Schema(description = "One version of a program, in one language.")
record ProgramView(
        @Schema(examples = "learning-to-trust-again") String key,
        @Schema(examples = "1") int version,

        @Schema(description = "draft, published or retired; running enrolments keep the version they began with.")
        String state,

        @Schema(description = "The library's short name; null for a practice's own.", examples = "PRG-A") @Nullable
        String code,

        String title,
        String purpose,

        @Schema(description = "Must stand beside it wherever it is shown; null when nothing must.") @Nullable
        String label,

        @Schema(description = "Language of the texts here (BCP 47).", examples = "en")
        String language,

        @Schema(description = "All that it is offered in.") List<String> languages,

        @Schema(description = "The last week, counted from 0; week 0 is for getting ready.")
        int weeks,

        @Schema(description = "Later weeks in which something is asked once more.")
        List<Integer> followUpWeeks,

        @Schema(description = "Ways of therapy that it belongs to.")
        List<String> approaches,

        @Schema(description = "What it works on.") List<String> domains,

        @Schema(description = "A score with which one may think of it; null: none, and for clients.") @Nullable
        SuggestionView suggestedWhen,

        @Schema(description = "Who sets the pace, and that going back is part of the way.") @Nullable
        String pace,

        @Schema(description = "What the program does not claim.") @Nullable
        String culture,

        List<String> cautions,

        @Schema(description = "When not to give it; empty for clients.")
        List<String> contraindications,

        @Schema(description = "What must be so before any further step is given.")
        List<ProgramGateView> gates,

        List<ProgramStepView> steps) {

    static ProgramView of(PublishedProgram published, String language, boolean forClient) {
        var d = published.definition();
        return new ProgramView(
                d.key(),
                d.version(),
                published.state().code(),
                d.code(),
                d.title().in(language),
                d.purpose().in(language),
                words(d.label(), language),
                language,
                d.languages(),
                d.weeks(),
                d.followUpWeeks(),
                d.approaches(),
                d.domains(),
                forClient || d.suggestedWhen() == null ? null : SuggestionView.of(d.suggestedWhen(), language),
                words(d.pace(), language),
                words(d.culture(), language),
                texts(d.cautions(), language),
                forClient ? List.of() : texts(d.contraindications(), language),
                d.gates().stream()
                        .map(gate -> ProgramGateView.of(gate, language, forClient))
                        .toList(),
                d.steps().stream()
                        .map(step -> ProgramStepView.of(step, language, forClient))
                        .toList());
    }

    static @Nullable String words(@Nullable Text text, String language) {
        return text == null ? null : text.in(language);
    }

    private static List<String> texts(List<Text> texts, String language) {
        return texts.stream().map(text -> text.in(language)).toList();
    }

    /** A score with which somebody may think of it. */
    @Schema(description = "A score with which a clinician may think of a program; it decides nothing.")
    record SuggestionView(
            @Schema(examples = "ksr-20") String questionnaire,
            @Schema(examples = "body-alarm") String scale,
            @Nullable BigDecimal atLeast,
            @Nullable BigDecimal atMost,
            String text) {
        static SuggestionView of(ProgramDefinition.Suggestion one, String language) {
            return new SuggestionView(
                    one.questionnaire(),
                    one.scale(),
                    one.atLeast(),
                    one.atMost(),
                    one.text().in(language));
        }
    }
}
