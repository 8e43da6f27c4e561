package dev.kith.questionnaire;

import dev.kith.definition.Languages;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A line of the list. */
@Schema(description = "A questionnaire in the list.")
record QuestionnaireSummary(
        @Schema(examples = "phq-9") String key,
        int version,

        @Schema(description = "draft, published or retired.")
        String state,

        String title,
        String purpose,
        @Nullable String label,
        List<String> languages,
        List<String> tags,

        @Schema(description = "What it measures.") List<String> constructs,

        @Schema(description = "How many questions.") int items,

        @Schema(description = "How long it takes.") @Nullable
        Integer minutes,

        @Schema(description = "Code of its licence.", examples = "CC-BY-4.0")
        String licence,

        boolean validated) {

    static QuestionnaireSummary of(Listed listed, @Nullable String wanted) {
        var d = listed.definition();
        var language = Languages.choose(d.languages(), wanted);
        return new QuestionnaireSummary(
                d.key(),
                d.version(),
                QuestionnaireView.code(listed.state()),
                d.title().in(language),
                d.purpose().in(language),
                d.label() == null ? null : d.label().in(language),
                d.languages(),
                d.tags(),
                d.constructs(),
                (int) d.items().stream()
                        .filter(item -> item.type().answerable())
                        .count(),
                d.minutes(),
                d.passport().licence().code(),
                d.validated());
    }
}

/** The list; there are few, so it has one page. */
@Schema(description = "Questionnaires, by key.")
record QuestionnaireList(
        List<QuestionnaireSummary> items, @Nullable String next) {}
