package dev.kith.log;

import dev.kith.exercise.LogPart;
import dev.kith.exercise.LogValues;
import dev.kith.exercise.Sharing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The words in a log: own texts, and what helpers are called. They are found by their shape, whatever the exercise says of its
 * fields, so that none is overlooked.
 */
final class Words {
    private static final String TEXT = "text";
    private static final String ALIAS = "alias";
    private static final String SHARING = "sharing";

    private Words() {}

    /** Who looks. */
    interface Eyes {
        /** Whether they may read words at such a place as after.learned that are shared so. */
        boolean mayRead(String place, Sharing sharing);
    }

    /** As these eyes see it: of what they may not read, only that something is there and how it is shared. */
    static LogValues seen(LogValues values, Eyes eyes) {
        return each(values, (place, words) -> eyes.mayRead(place, sharingOf(words)) ? words : without(words));
    }

    /** The same words, shared as is chosen here; places that are not named stay. */
    static LogValues shared(LogValues values, Map<String, Sharing> choices) {
        return each(values, (place, words) -> {
            var choice = choices.get(place);
            return choice == null ? words : with(words, choice);
        });
    }

    /** As it was sent, whatever it is; words of which it does not say who may read them are shared as those that stand there. */
    static LogValues sharedAsStands(LogValues sent, LogValues stands) {
        var narrowest = sharing(stands);
        return each(sent, (place, words) -> {
            var there = narrowest.get(place);
            return words.get(SHARING) != null || there == null
                    ? words
                    : with(
                            words,
                            same(stands.at(place), words).map(Words::sharingOf).orElse(there));
        });
    }

    /** Of more helpers at one place, the one that is called the same. */
    private static Optional<Map<?, ?>> same(@Nullable Object stands, Map<?, ?> words) {
        var called = words.get(ALIAS) instanceof String alias ? alias.strip() : null;
        return called != null && stands instanceof List<?> all
                ? all.stream()
                        .<Map<?, ?>>mapMulti((one, found) -> {
                            if (one instanceof Map<?, ?> helper
                                    && called.equals(helper.get(ALIAS))
                                    && Objects.equals(helper.get("who"), words.get("who"))) {
                                found.accept(helper);
                            }
                        })
                        .findFirst()
                : Optional.empty();
    }

    /** Where words are, and how they are shared; of more at one place the narrowest. */
    static Map<String, Sharing> sharing(LogValues values) {
        var found = new TreeMap<String, Sharing>();
        each(values, (place, words) -> {
            found.merge(place, sharingOf(words), BinaryOperator.minBy(Sharing::compareTo));
            return words;
        });
        return found;
    }

    /** Where the sender says who may read the words, and what: as checked, of more at one place the narrowest. */
    static Map<String, Sharing> chosen(LogValues sent, LogValues checked) {
        var asked = new TreeSet<String>();
        each(sent, (place, words) -> {
            if (words.get(SHARING) != null) {
                asked.add(place);
            }
            return words;
        });
        var chosen = sharing(checked);
        chosen.keySet().retainAll(asked);
        return chosen;
    }

    /** Where there are words that did not stand there before, however they are shared. */
    static Set<String> anew(LogValues now, LogValues before) {
        var anew = new TreeSet<>(sharing(now).keySet());
        var then = asOne(before);
        var there = asOne(now);
        anew.removeIf(place -> Objects.equals(there.at(place), then.at(place)));
        return anew;
    }

    /** The same words, whoever may read them. */
    static LogValues asOne(LogValues values) {
        return each(values, (place, words) -> with(words, Sharing.PRIVATE));
    }

    /** Numbers, codes, and yes or no: all that is nobody's words. */
    static Map<String, Object> facts(LogValues values) {
        var facts = new TreeMap<String, Object>();
        for (var part : LogPart.values()) {
            values.in(part).forEach((field, value) -> {
                if (value instanceof Number || value instanceof String || value instanceof Boolean) {
                    facts.put(part.place(field), value);
                }
            });
        }
        return facts;
    }

    private interface Change {
        Map<?, ?> of(String place, Map<?, ?> words);
    }

    private static LogValues each(LogValues values, Change change) {
        return new LogValues(
                each(LogPart.BEFORE, values, change),
                each(LogPart.DURING, values, change),
                each(LogPart.AFTER, values, change));
    }

    private static Map<String, @Nullable Object> each(LogPart part, LogValues values, Change change) {
        var changed = new LinkedHashMap<String, @Nullable Object>();
        values.in(part).forEach((field, value) -> changed.put(field, value(part.place(field), value, change)));
        return changed;
    }

    private static @Nullable Object value(String place, @Nullable Object value, Change change) {
        if (value instanceof Map<?, ?> one) {
            return isWords(one) ? change.of(place, one) : one;
        }
        if (value instanceof List<?> all) {
            var changed = new ArrayList<@Nullable Object>();
            all.forEach(one -> changed.add(value(place, one, change)));
            return changed;
        }
        return value;
    }

    private static boolean isWords(Map<?, ?> value) {
        return value.containsKey(TEXT) || value.containsKey(ALIAS);
    }

    private static Sharing sharingOf(Map<?, ?> words) {
        return words.get(SHARING) instanceof String code ? Sharing.of(code).orElse(Sharing.PRIVATE) : Sharing.PRIVATE;
    }

    private static Map<?, ?> without(Map<?, ?> words) {
        var left = new LinkedHashMap<Object, @Nullable Object>(words);
        left.remove(TEXT);
        left.remove(ALIAS);
        return left;
    }

    private static Map<?, ?> with(Map<?, ?> words, Sharing choice) {
        var shared = new LinkedHashMap<Object, @Nullable Object>(words);
        shared.put(SHARING, choice.code());
        return shared;
    }
}
