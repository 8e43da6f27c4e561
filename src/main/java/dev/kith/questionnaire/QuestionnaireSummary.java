package dev.kith.questionnaire;

import dev.kith.definition.Definition;
import dev.kith.definition.Languages;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A line of the list. */
@Schema(description = "A questionnaire in the list.")
record QuestionnaireSummary(
        @Schema(examples = "phq-9") String key,
        int version,
        @Schema(description = "draft, published or retired.") String state,
        String title,
        String purpose,
        @Nullable String label,
        List<String> languages,
        List<String> tags,
        @Schema(description = "How many questions.") int items,
        boolean validated) {

    static QuestionnaireSummary of(Published published, @Nullable String wanted) {
        return of(published.definition(), published.state(), wanted);
    }

    static QuestionnaireSummary of(Definition d, Published.State state, @Nullable String wanted) {
        var language = Languages.choose(d.languages(), wanted);
        return new QuestionnaireSummary(
                d.key(),
                d.version(),
                QuestionnaireView.code(state),
                d.title().in(language),
                d.purpose().in(language),
                d.label() == null ? null : d.label().in(language),
                d.languages(),
                d.tags(),
                d.items().size(),
                d.validated());
    }
}

/** The list; there are few, so it has one page. */
@Schema(description = "Questionnaires, by key.")
record QuestionnaireList(
        List<QuestionnaireSummary> items, @Nullable String next) {}
