package dev.kith.definition;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Checked answers in one spelling, so that the same answers are equal and can be scored.
 *
 * @param values by link id in its order; no nulls, numbers as BigDecimal without trailing zeros, choices of many as lists, words of one's own at an open
 *     choice as a map
 * @param numbers what the engine reads: numbers as they are, coded choices as their score or, without one, as the place of their option (first is 0),
 *     booleans as 0 and 1; texts, dates, times and lists are not in it
 * @param enabled link ids of the questions that were asked, answered or not
 */
public record Answers(Map<String, Object> values, Map<String, BigDecimal> numbers, Set<String> enabled) {

    /** At an open choice, the key of what was said in one's own words. */
    static final String OTHER = "other";

    public Answers {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
        numbers = Collections.unmodifiableMap(new TreeMap<>(numbers));
        enabled = Collections.unmodifiableSet(enabled);
    }

    /** Takes answers in which {@link AnswerCheck} found no fault. */
    public static Answers of(Definition definition, Map<String, ? extends @Nullable Object> raw) {
        var values = new TreeMap<String, Object>();
        raw.forEach((linkId, said) -> {
            if (said != null && !AnswerCheck.isNone(said)) {
                var answer = plain(said);
                values.put(linkId, answer instanceof BigDecimal number ? whole(number) : answer);
            }
        });
        var enabled = new Enabling(definition, values).asked();
        var numbers = new TreeMap<String, BigDecimal>();
        for (var item : definition.items()) {
            var answer = values.get(item.linkId());
            var number = answer == null ? null : number(definition, item, answer);
            if (number != null) {
                numbers.put(item.linkId(), number);
            }
        }
        return new Answers(values, numbers, enabled);
    }

    /** Any JSON number as a BigDecimal that keeps its digits; lists likewise; all else as it is. */
    static Object plain(Object said) {
        if (said instanceof Integer || said instanceof Long || said instanceof Short || said instanceof Byte) {
            return BigDecimal.valueOf(((Number) said).longValue());
        }
        if (said instanceof BigInteger whole) {
            return new BigDecimal(whole);
        }
        if (said instanceof Double || said instanceof Float) {
            return new BigDecimal(said.toString());
        }
        return said instanceof List<?> list
                ? list.stream().map(each -> each == null ? "" : plain(each)).toList()
                : said;
    }

    /** What an answer counts in the engine, or null when it is nothing to count with. */
    static @Nullable BigDecimal number(Definition definition, Item item, Object answer) {
        return switch (item.type()) {
            case CHOICE, OPEN_CHOICE -> {
                var options = definition.options(item);
                for (var place = 0; place < options.size(); place++) {
                    var option = options.get(place);
                    if (option.isSaidBy(answer)) {
                        yield option.number() == null ? BigDecimal.valueOf(place) : option.number();
                    }
                }
                yield null;
            }
            case INTEGER, DECIMAL, SLIDER -> answer instanceof BigDecimal number ? number : null;
            case BOOLEAN -> answer instanceof Boolean yes ? (yes ? BigDecimal.ONE : BigDecimal.ZERO) : null;
            case GROUP, DISPLAY, MULTIPLE_CHOICE, TEXT, DATE, TIME -> null;
        };
    }

    private static BigDecimal whole(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
