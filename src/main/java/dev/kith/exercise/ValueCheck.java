package dev.kith.exercise;

import dev.kith.definition.Numbers;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One value against its field. */
final class ValueCheck {
    static final int MOST_IN_A_LIST = 20;

    private final LogField field;
    private final String pointer;
    private final Told told;
    private final EntryCheck entries;

    ValueCheck(LogField field, String pointer, Told told) {
        this.field = field;
        this.pointer = pointer;
        this.told = told;
        this.entries = new EntryCheck(field, told);
    }

    /** Where faults go. */
    interface Told {
        void add(String pointer, String code, String detail, boolean malformed);
    }

    /** The value in its one spelling; null when it says nothing, or wrong, which was told. */
    @Nullable
    Object take(Object value) {
        return switch (field.type()) {
            case RATING, BELIEF, COUNT, MINUTES, NUMBER -> number(value);
            case YES_NO -> value instanceof Boolean ? value : wrongType(pointer, "true or false");
            case OUTCOME, CHOICE -> option(value, pointer);
            case CHOICES -> choices(value);
            case TEXT -> entries.text(value, pointer);
            case SENSATIONS -> list(value, entries::sensation);
            case HELPERS -> list(value, entries::helper);
        };
    }

    private @Nullable Object number(Object value) {
        if (!(value instanceof Number said)) {
            return wrongType(pointer, "a number");
        }
        if (value instanceof Double not && !Double.isFinite(not)
                || value instanceof Float none && !Float.isFinite(none)) {
            return wrongType(pointer, "a number");
        }
        var number = said instanceof BigDecimal exact ? exact : new BigDecimal(said.toString());
        if (!Numbers.fits(number)) {
            return wrong(pointer, "too-precise", "must have at most 12 digits");
        }
        var plain = plain(number);
        if (plain.scale() > field.scale()) {
            return wrong(
                    pointer,
                    "too-precise",
                    field.scale() == 0 ? "must be a whole number" : "must have at most " + field.scale() + " decimals");
        }
        if (plain.compareTo(field.least()) < 0 || plain.compareTo(field.most()) > 0) {
            return wrong(
                    pointer,
                    "out-of-range",
                    "must be from " + Numbers.plain(field.least()) + " to " + Numbers.plain(field.most()));
        }
        return plain;
    }

    /** Equal numbers are equal objects: 10, never 1E+1 nor 10.0. */
    static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private @Nullable String option(Object value, String at) {
        if (!(value instanceof String code)) {
            wrongType(at, "the code of an option");
            return null;
        }
        if (field.option(code).isEmpty()) {
            wrong(at, "option-not-offered", "must be one of the options");
            return null;
        }
        return code;
    }

    private @Nullable Object choices(Object value) {
        return list(value, this::option);
    }

    private interface Element {
        @Nullable
        Object take(Object value, String at);
    }

    /** Each once; in the order in which they were said. */
    private @Nullable Object list(Object value, Element element) {
        if (!(value instanceof List<?> all)) {
            return wrongType(pointer, "a list");
        }
        var most = Math.max(MOST_IN_A_LIST, field.options().size());
        if (all.size() > most) {
            return wrong(pointer, "too-many", "must be at most " + most);
        }
        var taken = new LinkedHashSet<Object>();
        for (var i = 0; i < all.size(); i++) {
            var at = pointer + "/" + i;
            var said = all.get(i);
            var one = said == null ? wrongType(at, "a value") : element.take(said, at);
            if (one != null && !taken.add(one)) {
                wrong(at, "twice", "stands there already");
            }
        }
        return taken.isEmpty() ? null : List.copyOf(taken);
    }

    private @Nullable Object wrongType(String at, String wanted) {
        told.add(at, "wrong-type", "must be " + wanted, true);
        return null;
    }

    private @Nullable Object wrong(String at, String code, String detail) {
        told.add(at, code, detail, false);
        return null;
    }
}
