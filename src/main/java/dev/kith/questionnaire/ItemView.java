package dev.kith.questionnaire;

import dev.kith.definition.Coding;
import dev.kith.definition.Definition;
import dev.kith.definition.EnableWhen;
import dev.kith.definition.Item;
import dev.kith.definition.Option;
import dev.kith.definition.Text;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One question, or a heading over some. */
@Schema(description = "One question, or a heading over some.")
record ItemView(
        @Schema(description = "The name that answers use.", examples = "phq-9.1")
        String linkId,

        @Schema(
                description =
                        "group, display, choice, open-choice, multiple-choice, integer, decimal, slider, text, boolean,"
                                + " date or time.",
                examples = "choice")
        String type,

        @Schema(description = "The group that it stands in.") @Nullable
        String group,

        @Schema(description = "Whether completing needs an answer, when it is asked.")
        boolean required,

        @Schema(description = "Null where the wording may not be shipped.") @Nullable
        String text,

        @Schema(description = "What a person may read to understand it.") @Nullable
        String help,

        List<OptionView> options,

        @Schema(description = "Whether a high answer counts low.")
        boolean reversed,

        @Nullable BigDecimal min,
        @Nullable BigDecimal max,

        @Schema(description = "Numbers are min and whole steps of this; null: any.") @Nullable
        BigDecimal step,

        @Nullable Integer minLength,
        @Nullable Integer maxLength,
        @Nullable Integer minChosen,
        @Nullable Integer maxChosen,
        @Nullable UnitView unit,
        @Nullable AnchorsView anchors,
        @Nullable PictureView picture,
        List<Coding> codes,
        @Nullable String loinc,

        @Schema(description = "When it is asked; always when empty. The server refuses answers to what is not asked.")
        List<ConditionView> enableWhen,

        @Schema(description = "all or any of these must hold.", examples = "all")
        String enableBehavior) {

    static ItemView of(Definition d, Item item, String language) {
        var anchors = item.anchors();
        var picture = item.picture();
        var unit = item.unit();
        return new ItemView(
                item.linkId(),
                QuestionnaireView.code(item.type()),
                item.group(),
                item.required(),
                words(item.text(), language),
                words(item.help(), language),
                d.options(item).stream()
                        .map(option -> OptionView.of(option, language))
                        .toList(),
                item.reversed(),
                item.min(),
                item.max(),
                item.step(),
                item.minLength(),
                item.maxLength(),
                item.minChosen(),
                item.maxChosen(),
                unit == null ? null : new UnitView(unit.code(), words(unit.label(), language)),
                anchors == null
                        ? null
                        : new AnchorsView(
                                anchors.low().in(language), anchors.high().in(language)),
                picture == null
                        ? null
                        : new PictureView(picture.url(), picture.alt().in(language)),
                item.codes(),
                item.loinc(),
                item.enableWhen().stream().map(ConditionView::of).toList(),
                QuestionnaireView.code(item.enableBehavior()));
    }

    static @Nullable String words(@Nullable Text text, String language) {
        return text == null ? null : text.in(language);
    }

    /** One answer to choose. */
    @Schema(description = "One answer to choose.")
    record OptionView(
            @Schema(description = "What an answer says: a number where the item is scored, else a code.")
            Object value,

            @Schema(description = "What a code counts, where it counts.") @Nullable
            BigDecimal score,

            @Nullable String label,
            List<Coding> codes,
            @Nullable String loinc) {

        static OptionView of(Option option, String language) {
            return new OptionView(
                    option.value(), option.score(), words(option.label(), language), option.codes(), option.loinc());
        }
    }

    /** What a number counts. */
    @Schema(description = "What a number counts.")
    record UnitView(
            @Schema(description = "By UCUM.", examples = "mm")
            String code,

            @Nullable String label) {}

    /** The ends of a slider. */
    @Schema(description = "What stands at the ends of a slider.")
    record AnchorsView(String low, String high) {}

    /** A picture beside the question. */
    @Schema(description = "A picture beside the question.")
    record PictureView(
            String url,
            @Schema(description = "What it shows.") String alt) {}

    /** A condition under which an item is asked. */
    @Schema(description = "A condition under which an item is asked, as FHIR says it.")
    record ConditionView(
            @Schema(
                    description = "Whose answer is looked at; one that is not asked counts as unanswered.",
                    examples = "phq-9.1")
            String item,

            @Schema(description = "exists, =, !=, >, <, >= or <=.", examples = "=")
            String operator,

            @Schema(description = "true or false for exists; else an answer.")
            Object value) {

        static ConditionView of(EnableWhen condition) {
            return new ConditionView(condition.item(), condition.operator().sign(), condition.value());
        }
    }
}
