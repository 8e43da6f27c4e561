package dev.kith.exercise;

import dev.kith.definition.Faults;
import dev.kith.definition.Numbers;
import dev.kith.definition.Pointers;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the fields of a log must fulfil. */
final class FieldCheck {
    private FieldCheck() {}

    static void of(LogPart part, List<LogField> fields, Faults faults) {
        ExerciseCheck.once(part.code(), fields, LogField::code, faults);
        var outcomes = 0;
        for (var i = 0; i < fields.size(); i++) {
            var field = fields.get(i);
            var at = Pointers.to(part.code(), i);
            fits(field, at, faults);
            range(field, at, faults);
            options(field, at, faults);
            if (field.type() == FieldType.OUTCOME) {
                outcomes++;
                faults.unless(
                        outcomes == 1 && part == LogPart.AFTER,
                        at,
                        "outcome-elsewhere",
                        "one outcome, after it, says what came of it");
            }
        }
    }

    /** What a type has no use for would mislead. */
    private static void fits(LogField field, String at, Faults faults) {
        var type = field.type();
        var bounded = type.isNumber() && type != FieldType.BELIEF;
        only(bounded, field.min(), at + "/min", faults);
        only(bounded, field.max(), at + "/max", faults);
        only(type == FieldType.NUMBER, field.decimals(), at + "/decimals", faults);
        only(type == FieldType.NUMBER || type == FieldType.COUNT, field.unit(), at + "/unit", faults);
        only(type.isNumber(), field.low(), at + "/low", faults);
        only(type.isNumber(), field.high(), at + "/high", faults);
        only(type.hasSharing(), field.sharing(), at + "/sharing", faults);
        only(type.hasOptions(), field.options().isEmpty() ? null : field.options(), at + "/options", faults);
    }

    private static void only(boolean fits, @Nullable Object said, String at, Faults faults) {
        faults.unless(fits || said == null, at, "not-for-this-type", "means nothing for a field of this type");
    }

    private static void range(LogField field, String at, Faults faults) {
        if (!field.type().isNumber()) {
            return;
        }
        faults.unless(
                field.least().compareTo(field.most()) <= 0,
                at + "/min",
                "min-above-max",
                "the least is above the most");
        whole(field, field.min(), at + "/min", faults);
        whole(field, field.max(), at + "/max", faults);
        if (field.type() == FieldType.MINUTES || field.type() == FieldType.COUNT) {
            faults.unless(field.least().signum() >= 0, at + "/min", "out-of-range", "there is no less than none of it");
        }
        if (field.type() == FieldType.MINUTES) {
            faults.unless(
                    field.most().compareTo(new BigDecimal(24 * 60)) <= 0,
                    at + "/max",
                    "out-of-range",
                    "a day has 1440 minutes");
        }
    }

    private static void whole(LogField field, @Nullable BigDecimal bound, String at, Faults faults) {
        faults.unless(
                bound == null || bound.stripTrailingZeros().scale() <= field.scale(),
                at,
                "too-precise",
                "has more decimals than the field takes: " + (bound == null ? "" : Numbers.plain(bound)));
    }

    private static void options(LogField field, String at, Faults faults) {
        if (!field.type().hasOptions()) {
            return;
        }
        faults.unless(field.options().size() >= 2, at + "/options", "options-missing", "needs at least two options");
        var seen = new HashSet<String>();
        for (var i = 0; i < field.options().size(); i++) {
            var option = field.options().get(i);
            var place = at + Pointers.to("options", i);
            faults.unless(seen.add(option.code()), place + "/code", "code-twice", "another option has this code");
            faults.unless(
                    field.type() == FieldType.OUTCOME || !(option.attempt() || option.accepted()),
                    place,
                    "not-for-this-type",
                    "attempt and accepted are of outcomes");
        }
    }
}
