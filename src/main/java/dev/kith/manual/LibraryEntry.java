package dev.kith.manual;

import dev.kith.definition.Definition;
import dev.kith.definition.Passport;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One questionnaire of the library, as its page tells it; words are those of its original language.
 *
 * @param label what must stand beside every result; null when nothing must
 * @param asked how many questions it has
 * @param lookingBack what answers look back on, in words; empty when on nothing in particular
 * @param languages in which its words ship
 * @param criteria what is told as yes or no beside the scores
 * @param alerts which answers call for a person
 */
public record LibraryEntry(
        Definition definition,
        String title,
        String purpose,
        @Nullable String label,
        long asked,
        String lookingBack,
        List<String> languages,
        List<String> notFor,
        List<ScaleEntry> scales,
        List<String> criteria,
        List<String> alerts) {

    /** Of a definition that has all its shipped wordings laid over it. */
    static LibraryEntry of(Definition definition) {
        var language = definition.languages().get(0);
        var model = definition.scoringModel();
        var label = definition.label();
        return new LibraryEntry(
                definition,
                definition.title().in(language),
                definition.purpose().in(language),
                label == null ? null : label.in(language),
                definition.items().stream()
                        .filter(item -> item.type().answerable())
                        .count(),
                definition.recallPeriod() == null ? "" : inWords(Period.parse(definition.recallPeriod())),
                definition.languages(),
                definition.contraindicated().stream()
                        .map(text -> text.in(language))
                        .toList(),
                definition.scales().stream()
                        .map(scale -> ScaleEntry.of(scale, model.range(scale.code()), definition.passport(), language))
                        .toList(),
                definition.criteria().stream()
                        .map(criterion -> criterion.title().in(language))
                        .toList(),
                definition.alertRules().stream()
                        .map(rule -> rule.title().in(language) + " (" + ScaleEntry.inWords(rule.severity())
                                + (rule.onDraft() ? ", on drafts too)" : ")"))
                        .toList());
    }

    public Passport passport() {
        return definition.passport();
    }

    /** About how long it takes; empty when nobody said. */
    public String duration() {
        var minutes = definition.minutes();
        return minutes == null ? "" : "about " + counted(minutes, "minute");
    }

    private static String inWords(Period period) {
        var weeks = period.getDays() % 7 == 0;
        var parts = new ArrayList<String>();
        parts.add(counted(period.getYears(), "year"));
        parts.add(counted(period.getMonths(), "month"));
        parts.add(weeks ? counted(period.getDays() / 7, "week") : counted(period.getDays(), "day"));
        return String.join(
                ", ", parts.stream().filter(part -> !part.startsWith("0 ")).toList());
    }

    private static String counted(int many, String thing) {
        return Objects.toString(many) + " " + thing + (many == 1 ? "" : "s");
    }
}
