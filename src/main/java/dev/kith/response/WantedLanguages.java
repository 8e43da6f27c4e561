package dev.kith.response;

import dev.kith.questionnaire.Published;
import dev.kith.security.Caller;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which languages whoever sends answers asks for, best first: kept with the response, so that a retry is shown the same crisis card. A
 * questionnaire may have words in none of them.
 */
final class WantedLanguages {
    private static final int MOST = 20;

    private WantedLanguages() {}

    /** Null when the sending says nothing about it. */
    static String @Nullable [] said(Caller caller, Published published, Sending sent, @Nullable String acceptLanguage) {
        var wanted = new LinkedHashSet<String>();
        Stream.concat(shownIn(published, sent), header(caller, acceptLanguage))
                .map(Locale::toLanguageTag)
                .limit(MOST)
                .forEach(wanted::add);
        return wanted.isEmpty() ? null : wanted.toArray(String[]::new);
    }

    static List<Locale> of(Response response) {
        var wanted = response.wantedLanguages;
        return wanted == null
                ? List.of()
                : Stream.of(wanted).map(Locale::forLanguageTag).toList();
    }

    /** That questions were shown in the one language that there is says nothing of who read them. */
    private static Stream<Locale> shownIn(Published published, Sending sent) {
        if (sent.language() == null) {
            return Stream.of();
        }
        var said = Locale.forLanguageTag(sent.language());
        var offered = published.definition().languages();
        var only = offered.size() == 1
                && Locale.forLanguageTag(offered.get(0)).getLanguage().equals(said.getLanguage());
        return only ? Stream.of() : Stream.of(said);
    }

    /** A member's browser says what the member reads, not what the client does. */
    private static Stream<Locale> header(Caller caller, @Nullable String acceptLanguage) {
        if (acceptLanguage == null || !(caller.isClient() || caller.isMachine())) {
            return Stream.of();
        }
        try {
            return Locale.LanguageRange.parse(acceptLanguage).stream()
                    .filter(range -> range.getWeight() > 0 && !range.getRange().startsWith("*"))
                    .map(range -> Locale.forLanguageTag(range.getRange()))
                    .filter(locale -> !locale.getLanguage().isEmpty());
        } catch (IllegalArgumentException malformed) {
            return Stream.of();
        }
    }
}
