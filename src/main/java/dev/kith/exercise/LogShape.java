package dev.kith.exercise;

import dev.kith.exercise.LogField.LogOption;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What decides whether logs compare: what is logged and what is made of it, whatever the words, the order, and whether it must be. */
record LogShape(Set<FieldShape> fields, Set<MeasureShape> measures) {

    /** One field without its words. */
    record FieldShape(
            String place,
            FieldType type,
            BigDecimal least,
            BigDecimal most,
            int decimals,
            String unit,
            List<OptionShape> options) {}

    /** An option without its words. */
    record OptionShape(String code, boolean attempt, boolean accepted) {
        static OptionShape of(LogOption option) {
            return new OptionShape(option.code(), option.attempt(), option.accepted());
        }
    }

    /** A measure without its words. */
    record MeasureShape(
            String code, DerivedMeasure.Kind kind, String from, String to, List<String> of, List<String> among) {}

    static LogShape of(ExerciseDefinition definition) {
        var fields = new LinkedHashSet<FieldShape>();
        for (var part : LogPart.values()) {
            definition.fields(part).forEach(field -> fields.add(of(part, field)));
        }
        var measures = new LinkedHashSet<MeasureShape>();
        definition.derived().forEach(measure -> measures.add(of(measure)));
        return new LogShape(fields, measures);
    }

    static FieldShape of(LogPart part, LogField field) {
        return new FieldShape(
                part.place(field.code()),
                field.type(),
                field.least().stripTrailingZeros(),
                field.most().stripTrailingZeros(),
                field.scale(),
                field.unit() == null ? "" : field.unit(),
                field.options().stream().map(OptionShape::of).toList());
    }

    static MeasureShape of(DerivedMeasure measure) {
        var field = measure.field();
        return new MeasureShape(
                measure.code(),
                measure.kind(),
                said(field == null ? measure.from() : field),
                said(measure.to()),
                measure.of().stream().sorted().toList(),
                measure.among().stream().sorted().toList());
    }

    private static String said(@Nullable String place) {
        return place == null ? "" : place;
    }
}
