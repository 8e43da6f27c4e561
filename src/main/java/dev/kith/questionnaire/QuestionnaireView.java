package dev.kith.questionnaire;

import dev.kith.definition.AlertRuleDefinition;
import dev.kith.definition.Definition;
import dev.kith.definition.Item;
import dev.kith.definition.Option;
import dev.kith.definition.Passport;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
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

        List<String> languages,
        List<String> tags,

        @Schema(description = "Whether a study of this wording and scoring was published.")
        boolean validated,

        @Schema(description = "Whether values are compared with a population.")
        boolean normed,

        @Schema(description = "What answers look back on, ISO 8601.", examples = "P14D")
        String recallPeriod,

        String instruction,

        @Schema(description = "LOINC code of the panel, where one is verified.", examples = "44249-1") @Nullable
        String loinc,

        List<ItemView> items,
        List<ScaleView> scales,

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
                d.tags(),
                d.validated(),
                d.normed(),
                d.recallPeriod(),
                d.instruction().in(language),
                d.loinc(),
                d.items().stream().map(item -> ItemView.of(d, item, language)).toList(),
                d.scales().stream()
                        .map(scale -> ScaleView.of(published, scale, language))
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

    /** One question. */
    @Schema(description = "One question.")
    record ItemView(
            @Schema(description = "The name that answers use.", examples = "phq-9.1")
            String linkId,

            @Schema(
                    description = "choice, multiple-choice, integer, decimal, text, boolean or date.",
                    examples = "choice")
            String type,

            @Schema(description = "Whether completing needs an answer.")
            boolean required,

            @Schema(description = "Null where the wording may not be shipped.") @Nullable
            String text,

            List<OptionView> options,

            @Schema(description = "Whether a high answer counts low.")
            boolean reversed,

            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable Integer maxLength,
            @Nullable String loinc) {

        static ItemView of(Definition d, Item item, String language) {
            return new ItemView(
                    item.linkId(),
                    code(item.type()),
                    item.required(),
                    item.text() == null ? null : item.text().in(language),
                    d.options(item).stream()
                            .map(option -> OptionView.of(option, language))
                            .toList(),
                    item.reversed(),
                    item.min(),
                    item.max(),
                    item.maxLength(),
                    item.loinc());
        }
    }

    /** One answer to choose. */
    @Schema(description = "One answer to choose.")
    record OptionView(
            @Schema(description = "What an answer says: a number where the item is scored, else a code.")
            Object value,

            @Nullable String label,
            @Nullable String loinc) {

        static OptionView of(Option option, String language) {
            return new OptionView(
                    option.value(),
                    option.label() == null ? null : option.label().in(language),
                    option.loinc());
        }
    }

    /** Which answer calls for a person. */
    @Schema(description = "Which raw answer calls for a person, whatever the totals say.")
    record AlertRuleView(
            String key,
            String title,
            String item,

            @Schema(description = "at-least, at-most or equals.")
            String operator,

            Object value,
            @Schema(description = "critical or notice.") String severity) {

        static AlertRuleView of(AlertRuleDefinition rule, String language) {
            return new AlertRuleView(
                    rule.key(),
                    rule.title().in(language),
                    rule.item(),
                    code(rule.operator()),
                    rule.value(),
                    code(rule.severity()));
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
