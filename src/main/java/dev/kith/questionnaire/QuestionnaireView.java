package dev.kith.questionnaire;

import dev.kith.definition.AlertRuleDefinition;
import dev.kith.definition.Coding;
import dev.kith.definition.CriterionDefinition;
import dev.kith.definition.Definition.ReadingLevel;
import dev.kith.definition.Passport;
import dev.kith.definition.ReadWording;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A version, rendered in one language. */
@Schema(description = "One version of a questionnaire, in one language.")
record QuestionnaireView(
        @Schema(examples = "phq-9") String key,
        @Schema(examples = "1") int version,

        @Schema(description = "draft, published or retired; a retired one is still rendered for its responses.")
        String state,

        String title,
        String purpose,

        @Schema(description = "Must stand beside every rendering and result; null when nothing must.") @Nullable
        String label,

        @Schema(description = "Language of the texts here (BCP 47).", examples = "en")
        String language,

        @Schema(description = "All that it is offered in.") List<String> languages,

        @Schema(description = "Whose words these are; null when they are the definition's own.") @Nullable
        WordingView wording,

        @Schema(
                description =
                        "JSON Pointers into this document: what comes in another language than asked for, since there are no words.")
        List<String> fallbacks,

        List<String> tags,

        @Schema(description = "What it measures.") List<String> constructs,

        @Schema(description = "Whether a study of this wording and scoring was published.")
        boolean validated,

        @Schema(description = "Whether values are compared with a population.")
        boolean normed,

        @Schema(description = "What answers look back on, ISO 8601; null: nothing in particular.", examples = "P14D")
        @Nullable
        String recallPeriod,

        @Schema(description = "Null where the wording may not be shipped.") @Nullable
        String instruction,

        @Schema(description = "How long it takes.") @Nullable
        Integer minutes,

        @Schema(description = "The school grade that its words ask for, and how that was found.") @Nullable
        ReadingLevel readingLevel,

        @Schema(description = "Who may answer: self, clinician, informant.")
        List<String> respondents,

        @Schema(description = "How it may be given: self-report, interview.")
        List<String> modes,

        @Schema(description = "Settings and people that it is not for.")
        List<String> contraindicated,

        @Schema(description = "What other vocabularies call it.")
        List<Coding> codes,

        @Schema(description = "LOINC code of the panel, where one is verified.", examples = "44249-1") @Nullable
        String loinc,

        List<ItemView> items,
        List<ScaleView> scales,

        @Schema(description = "Answers of yes or no beside the scores; empty for clients.")
        List<CriterionRuleView> criteria,

        @Schema(description = "Which answers call for a person; empty for clients.")
        List<AlertRuleView> alertRules,

        PassportView passport) {

    static QuestionnaireView of(Published published, String language, boolean forClient) {
        var d = published.definition();
        return new QuestionnaireView(
                d.key(),
                d.version(),
                code(published.state()),
                d.title().in(language),
                d.purpose().in(language),
                d.label() == null ? null : d.label().in(language),
                language,
                d.languages(),
                WordingView.of(published.wordings().get(language)),
                Fallbacks.shown(published.fallbacks(language), d, forClient),
                d.tags(),
                d.constructs(),
                d.validated(),
                d.normed(),
                d.recallPeriod(),
                ItemView.words(d.instruction(), language),
                d.minutes(),
                d.readingLevel(),
                d.respondents().stream().map(QuestionnaireView::code).toList(),
                d.modes().stream().map(QuestionnaireView::code).toList(),
                d.contraindicated().stream().map(text -> text.in(language)).toList(),
                d.codes(),
                d.loinc(),
                d.items().stream().map(item -> ItemView.of(d, item, language)).toList(),
                d.scales().stream()
                        .map(scale -> ScaleView.of(published, scale, language))
                        .toList(),
                forClient
                        ? List.of()
                        : d.criteria().stream()
                                .map(criterion -> CriterionRuleView.of(criterion, language))
                                .toList(),
                forClient
                        ? List.of()
                        : d.alertRules().stream()
                                .map(rule -> AlertRuleView.of(rule, language))
                                .toList(),
                PassportView.of(d.passport()));
    }

    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What makes a yes or no. */
    @Schema(description = "What makes a yes or no beside the scores.")
    record CriterionRuleView(
            @Schema(examples = "dsm-5") String code,
            String title,

            @Schema(description = "The condition, as the format of definitions writes it.")
            Map<String, Object> when) {

        static CriterionRuleView of(CriterionDefinition criterion, String language) {
            return new CriterionRuleView(
                    criterion.code(), criterion.title().in(language), ConditionData.of(criterion.when(), language));
        }
    }

    /** What calls for a person. */
    @Schema(description = "Which answers or scores call for a person.")
    record AlertRuleView(
            String key,
            String title,

            @Schema(description = "The condition, as the format of definitions writes it.")
            Map<String, Object> when,

            @Schema(description = "critical or notice.") String severity) {

        static AlertRuleView of(AlertRuleDefinition rule, String language) {
            return new AlertRuleView(
                    rule.key(),
                    rule.title().in(language),
                    ConditionData.of(rule.when(), language),
                    code(rule.severity()));
        }
    }

    /** Whose words these are. */
    @Schema(description = "Whose words these are, where they were added to the definition.")
    record WordingView(
            @Schema(description = "official or practice; never made by a machine.", examples = "official")
            String status,

            @Schema(description = "Must stand with the words.")
            String credit) {

        static @Nullable WordingView of(@Nullable ReadWording read) {
            return read == null
                    ? null
                    : new WordingView(
                            code(read.wording().status()), read.wording().credit());
        }
    }

    /** Where it comes from. */
    @Schema(description = "Where it comes from and what may be done with it; facts found, not legal advice.")
    record PassportView(
            Passport.Licence licence, boolean wordingIncluded, List<Passport.Citation> citations, int vectors) {

        static PassportView of(Passport passport) {
            return new PassportView(
                    passport.licence(),
                    passport.wordingIncluded(),
                    passport.citations(),
                    passport.vectors().size());
        }
    }
}
