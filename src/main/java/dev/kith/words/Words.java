package dev.kith.words;

import dev.kith.definition.Languages;
import dev.kith.recurrence.Phrase;
import java.text.MessageFormat;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.chrono.ChronoLocalDateTime;
import java.time.chrono.ChronoZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Says things in one language. Its file decides the order of words and how dates look; the reader's region decides the names in them, so that
 * January is Jänner in Vienna.
 */
public final class Words {
    private static final Map<String, Map<String, String>> FILES = WordFiles.read(Words.class.getClassLoader());
    /** English first, which comes when nothing fits. */
    private static final List<String> LANGUAGES =
            Stream.concat(Stream.of("en"), FILES.keySet().stream()).distinct().toList();

    private final String language;
    private final Locale locale;
    private final Map<String, String> sentences;

    private Words(String language, String region) {
        this.language = language;
        this.locale = new Locale.Builder()
                .setLanguageTag(language)
                .setRegion(region.isEmpty() ? Locale.forLanguageTag(language).getCountry() : region)
                .build();
        this.sentences = FILES.getOrDefault(language, Map.of());
    }

    /** @param wanted an Accept-Language value; English comes when it is null or malformed, or names no language that we speak */
    public static Words in(@Nullable String wanted) {
        var language = Languages.choose(LANGUAGES, wanted);
        return new Words(language, wanted == null ? "" : region(language, wanted));
    }

    /** Where the reader of this language is, as the first wish for it says; empty when none says. */
    private static String region(String language, String wanted) {
        try {
            return Locale.LanguageRange.parse(wanted).stream()
                    .map(range -> Locale.forLanguageTag(range.getRange()))
                    .filter(wish -> (wish.toLanguageTag() + "-").startsWith(language + "-"))
                    .map(Locale::getCountry)
                    .findFirst()
                    .orElse("");
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }

    /** All that are spoken, English first. */
    static List<String> languages() {
        return LANGUAGES;
    }

    /** As Content-Language says it. */
    public String language() {
        return language;
    }

    /** A reply that says in which language it speaks. */
    public <T> RestResponse<T> tell(T view) {
        return tell(RestResponse.ok(view));
    }

    /** The same for a reply that says more than 200. */
    public <T> RestResponse<T> tell(RestResponse<T> reply) {
        return Languages.told(reply, language);
    }

    /** Whether there is a sentence for a code that comes from elsewhere. */
    public boolean has(String code) {
        return sentences.containsKey(code);
    }

    /**
     * One sentence, or a part of one.
     *
     * @param arguments numbers, texts, phrases, days and times, or lists of them, which become "one, two and three"
     * @throws IllegalArgumentException for a code that has no sentence
     */
    public String say(String code, Object... arguments) {
        var pattern = pattern(code);
        return new MessageFormat(pattern, locale)
                .format(Stream.of(arguments).map(this::said).toArray());
    }

    /** What another room wants said. */
    public String say(Phrase phrase) {
        return say(phrase.code(), phrase.arguments().toArray());
    }

    private Object said(Object argument) {
        if (argument instanceof Phrase phrase) {
            return say(phrase);
        }
        if (argument instanceof List<?> list) {
            return listed(list);
        }
        if (argument instanceof DayOfWeek day) {
            return day.getDisplayName(TextStyle.FULL, locale);
        }
        if (argument instanceof Month month) {
            return month.getDisplayName(TextStyle.FULL_STANDALONE, locale);
        }
        return argument instanceof TemporalAccessor when ? formatted(when) : argument;
    }

    private String formatted(TemporalAccessor when) {
        String code;
        if (when instanceof LocalTime time) {
            code = time.getSecond() == 0 ? "format.time" : "format.time-with-seconds";
        } else if (when instanceof LocalDate) {
            code = "format.date";
        } else if (when instanceof MonthDay) {
            code = "format.day-of-year";
        } else if (when instanceof ChronoLocalDateTime<?> || when instanceof ChronoZonedDateTime<?>) {
            code = "format.moment";
        } else {
            throw new IllegalArgumentException(
                    "No words for a " + when.getClass().getSimpleName());
        }
        return DateTimeFormatter.ofPattern(pattern(code), locale).format(when);
    }

    private String listed(List<?> things) {
        var words = things.stream().map(thing -> String.valueOf(said(thing))).toList();
        if (words.size() < 2) {
            return String.join("", words);
        }
        var most = words.subList(0, words.size() - 1).stream()
                .reduce((one, next) -> say("list.more", one, next))
                .orElseThrow();
        return say("list.last", most, words.get(words.size() - 1));
    }

    private String pattern(String code) {
        var pattern = sentences.get(code);
        if (pattern == null) {
            throw new IllegalArgumentException("No words in " + language + " for " + code);
        }
        return pattern;
    }
}
