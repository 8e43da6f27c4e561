package dev.kith.exercise;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One thing that is logged, in one language. */
@Schema(description = "One thing that is logged, in one language.")
record LogFieldView(
        @Schema(examples = "suds") String code,

        @Schema(
                description = "rating, belief, sensations, helpers, outcome, choice, choices, text, count, minutes,"
                        + " number or yes-no.",
                examples = "rating")
        String type,

        @Schema(description = "Whether a log is not complete without it.")
        boolean required,

        String label,
        @Nullable String help,

        @Schema(description = "What the least of it means.") @Nullable
        String low,

        @Schema(description = "What the most of it means.") @Nullable
        String high,

        @Schema(description = "The least that a number may be; null where it is no number.") @Nullable
        BigDecimal min,

        @Schema(description = "The most that a number may be; null where it is no number.") @Nullable
        BigDecimal max,

        @Schema(description = "How many decimals a number may have; null where it is no number.") @Nullable
        Integer decimals,

        @Nullable String unit,

        @Schema(description = "Answers to choose from; empty where none are offered.")
        List<LogOptionView> options,

        @Schema(
                description = "private, share-at-session or shared: who may read it unless the client chooses"
                        + " otherwise; null where that is not chosen.")
        @Nullable
        String sharing) {

    static List<LogFieldView> of(List<LogField> fields, String language) {
        return fields.stream().map(field -> of(field, language)).toList();
    }

    private static LogFieldView of(LogField field, String language) {
        var number = field.type().isNumber();
        return new LogFieldView(
                field.code(),
                field.type().code(),
                field.required(),
                field.label().in(language),
                ExerciseView.words(field.help(), language),
                ExerciseView.words(field.low(), language),
                ExerciseView.words(field.high(), language),
                number ? field.least() : null,
                number ? field.most() : null,
                number ? field.scale() : null,
                field.unit(),
                field.options().stream()
                        .map(option -> new LogOptionView(
                                option.code(), option.label().in(language), option.attempt(), option.accepted()))
                        .toList(),
                field.type().hasSharing() ? field.sharingUnlessChosen().code() : null);
    }

    /** One answer to choose. */
    @Schema(description = "One answer to choose in a log.")
    record LogOptionView(
            @Schema(examples = "asked-yes") String code,
            String label,

            @Schema(description = "Of an outcome: whether the client tried.")
            boolean attempt,

            @Schema(description = "Of an outcome: whether help came and was taken.")
            boolean accepted) {}
}

/** What is made of logs, in one language. */
@Schema(description = "A number that is made from one log or over many.")
record MeasureView(
        @Schema(examples = "distress-drop") String code,
        String title,

        @Schema(description = "difference, count or share.", examples = "difference")
        String kind,

        @Schema(description = "Of a difference: the number from which the other is taken.") @Nullable
        String from,

        @Schema(description = "Of a difference: the number that is taken away.") @Nullable
        String to,

        @Schema(description = "Of a count or a share: where the option is chosen.") @Nullable
        String field,

        @Schema(description = "Of a count or a share: options that count.")
        List<String> of,

        @Schema(description = "Of a share: options that it is a share of.")
        List<String> among,

        @Schema(description = "Which way is good: higher, lower or none.")
        String better) {
    static MeasureView of(DerivedMeasure measure, String language) {
        return new MeasureView(
                measure.code(),
                measure.title().in(language),
                measure.kind().code(),
                measure.from(),
                measure.to(),
                measure.field(),
                measure.of(),
                measure.among(),
                measure.better().code());
    }
}
