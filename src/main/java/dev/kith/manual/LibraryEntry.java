package dev.kith.manual;

import dev.kith.definition.Definition;
import dev.kith.definition.Passport;
import dev.kith.definition.ScaleDefinition;
import dev.kith.definition.Text;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One questionnaire of the library, as its page tells it; words are those of its original language.
 *
 * @param label what must stand beside every result; null when nothing must
 * @param asked how many questions it has
 */
public record LibraryEntry(
        Definition definition,
        String title,
        String purpose,
        @Nullable String label,
        long asked,
        List<String> notFor,
        List<ScaleEntry> scales) {

    /**
     * One score.
     *
     * @param range the least and the most it can be
     * @param making how it is made, in words
     */
    public record ScaleEntry(
            String code, String title, String range, String making, String direction, List<BandEntry> bands) {}

    /** What a range of it is called, and by what right. */
    public record BandEntry(String label, String range, String basis) {}

    static LibraryEntry of(Definition definition) {
        var language = definition.languages().get(0);
        var model = definition.scoringModel();
        return new LibraryEntry(
                definition,
                definition.title().in(language),
                definition.purpose().in(language),
                words(definition.label(), language),
                definition.items().stream()
                        .filter(item -> item.type().answerable())
                        .count(),
                definition.contraindicated().stream()
                        .map(text -> text.in(language))
                        .toList(),
                definition.scales().stream()
                        .map(scale -> {
                            var range = model.range(scale.code());
                            return scale(scale, language, range.min() + " to " + range.max());
                        })
                        .toList());
    }

    public Passport passport() {
        return definition.passport();
    }

    private static ScaleEntry scale(ScaleDefinition scale, String language, String range) {
        return new ScaleEntry(
                scale.code(),
                scale.title().in(language),
                range,
                making(scale),
                inWords(scale.direction()),
                scale.bands().stream()
                        .map(band -> new BandEntry(
                                band.label().in(language), band.from() + " to " + band.to(), inWords(band.basis())))
                        .toList());
    }

    private static String making(ScaleDefinition scale) {
        var of = scale.of() != null
                ? " of " + scale.of()
                : scale.items().isEmpty() ? "" : " of " + scale.items().size() + " items";
        return inWords(scale.method()) + of;
    }

    private static String inWords(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static @Nullable String words(@Nullable Text text, String language) {
        return text == null ? null : text.in(language);
    }
}
