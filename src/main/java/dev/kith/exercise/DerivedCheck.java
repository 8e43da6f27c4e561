package dev.kith.exercise;

import dev.kith.definition.Faults;
import dev.kith.definition.Pointers;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether what is made from logs can be made. */
final class DerivedCheck {
    private DerivedCheck() {}

    static void of(ExerciseDefinition definition, Faults faults) {
        ExerciseCheck.once("derived", definition.derived(), DerivedMeasure::code, faults);
        for (var i = 0; i < definition.derived().size(); i++) {
            var measure = definition.derived().get(i);
            var at = Pointers.to("derived", i);
            if (measure.kind() == DerivedMeasure.Kind.DIFFERENCE) {
                number(definition, measure.from(), at + "/from", faults);
                number(definition, measure.to(), at + "/to", faults);
                absent(measure.field() == null, at + "/field", faults);
                absent(measure.of().isEmpty(), at + "/of", faults);
            } else {
                absent(measure.from() == null, at + "/from", faults);
                absent(measure.to() == null, at + "/to", faults);
                chosen(definition, measure, at, faults);
            }
            var share = measure.kind() == DerivedMeasure.Kind.SHARE;
            absent(share || measure.among().isEmpty(), at + "/among", faults);
            absent(share || measure.decimals() == null, at + "/decimals", faults);
        }
    }

    /** The place holds a field with a number. */
    static void number(ExerciseDefinition definition, @Nullable String place, String at, Faults faults) {
        if (place == null) {
            faults.add(at, "field-missing", "names a field, such as before.suds");
            return;
        }
        var field = definition.field(place);
        faults.unless(field.isPresent(), at, "unknown-field", "nothing is logged there: " + place);
        faults.unless(
                field.isEmpty() || field.get().type().isNumber(), at, "not-a-number", "holds no number: " + place);
    }

    private static void chosen(ExerciseDefinition definition, DerivedMeasure measure, String at, Faults faults) {
        var place = measure.field();
        if (place == null) {
            faults.add(at + "/field", "field-missing", "names a field, such as after.outcome");
            return;
        }
        var field = definition.field(place);
        if (field.isEmpty() || !field.get().type().isChosen()) {
            faults.add(at + "/field", "unknown-field", "no options are chosen there: " + place);
            return;
        }
        faults.unless(!measure.of().isEmpty(), at + "/of", "options-missing", "says which options count");
        options(field.get(), measure.of(), at + "/of", faults);
        if (measure.kind() == DerivedMeasure.Kind.SHARE) {
            faults.unless(!measure.among().isEmpty(), at + "/among", "options-missing", "says what it is a share of");
            options(field.get(), measure.among(), at + "/among", faults);
            faults.unless(
                    new HashSet<>(measure.among()).containsAll(measure.of()),
                    at + "/of",
                    "not-among",
                    "a part is of the whole: each option stands in among too");
        }
    }

    private static void options(LogField field, List<String> codes, String at, Faults faults) {
        for (var i = 0; i < codes.size(); i++) {
            faults.unless(
                    field.canBe(codes.get(i)),
                    at + "/" + i,
                    "unknown-option",
                    "is no option of " + field.code() + ": " + codes.get(i));
        }
    }

    private static void absent(boolean right, String at, Faults faults) {
        faults.unless(right, at, "not-for-this-kind", "means nothing for a measure of this kind");
    }
}
