package dev.kith.questionnaire;

import dev.kith.change.ChangeModel;
import dev.kith.definition.Definition;
import dev.kith.definition.Languages;
import dev.kith.definition.Questions;
import dev.kith.definition.ReadDefinition;
import dev.kith.definition.ReadWording;
import dev.kith.definition.ScaleDefinition;
import dev.kith.scoring.ScoringModel;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One published version, ready for use and never changed; or a draft that its authors look at as if it were.
 *
 * @param owner the practice that wrote it, or the library
 * @param definition with the words of all its wordings
 * @param written as it was published
 * @param checksum of what was published
 * @param questions another one when other questions are asked, whatever the words
 * @param since the version that began its series: since then nobody said that the meaning changed
 * @param wordings the words that were added, by language
 * @param fallbacks by language, pointers into the definition to what has no words in it
 */
public record Published(
        UUID owner,
        Definition definition,
        Definition written,
        String checksum,
        String questions,
        State state,
        int since,
        ScoringModel model,
        Map<String, ChangeModel> changeModels,
        Map<String, ReadWording> wordings,
        Map<String, List<String>> fallbacks) {

    /** Where a version is in its life. */
    public enum State {
        DRAFT,
        PUBLISHED,
        RETIRED
    }

    /**
     * Ready for use.
     *
     * @throws IllegalArgumentException when it cannot be scored, which a draft may not be able to yet
     */
    static Published of(UUID owner, ReadDefinition read, State state, int since) {
        var definition = read.definition();
        var changeModels = definition.scales().stream()
                .collect(Collectors.toUnmodifiableMap(
                        ScaleDefinition::code, scale -> definition.changeModel(scale.code())));
        return new Published(
                owner,
                definition,
                definition,
                read.checksum(),
                Questions.checksum(definition),
                state,
                since,
                definition.scoringModel(),
                changeModels,
                Map.of(),
                Map.of());
    }

    /** The same version in more languages. Costs some work: keep it. */
    Published with(Collection<ReadWording> added) {
        var all = new LinkedHashMap<>(wordings);
        var worded = definition;
        for (var one : added) {
            all.put(one.wording().language(), one);
            worded = worded.with(one.wording());
        }
        var lacking = new HashMap<String, List<String>>();
        for (var language : worded.languages()) {
            lacking.put(language, worded.fallbacks(language));
        }
        return new Published(
                owner,
                worded,
                written,
                checksum,
                questions,
                state,
                since,
                model,
                changeModels,
                Collections.unmodifiableMap(all),
                Map.copyOf(lacking));
    }

    /** Whether it is given to nobody any more; what was answered on it stays readable. */
    public boolean retired() {
        return state == State.RETIRED;
    }

    List<String> fallbacks(String language) {
        return fallbacks.getOrDefault(language, List.of());
    }

    /** Whether there are words in this language for every question, and some for every answer that it offers. */
    public boolean isWordedIn(String language) {
        return definition.items().stream()
                .filter(item -> item.type().answerable())
                .allMatch(item -> item.text() != null
                        && item.text().byLanguage().containsKey(language)
                        && definition.options(item).stream().allMatch(option -> option.label() != null));
    }

    /** Another one whenever something that is shown could be another. */
    String tag() {
        var words = wordings.values().stream().map(ReadWording::checksum).toList();
        var life = state == State.PUBLISHED ? "" : "-" + state.name().toLowerCase(Locale.ROOT);
        return checksum.substring(0, 16) + life + (words.isEmpty() ? "" : "-" + Integer.toHexString(words.hashCode()));
    }

    public String key() {
        return definition.key();
    }

    public int version() {
        return definition.version();
    }

    /** Whether scores of the two may stand in one series: the same questions with the same meaning, scored by the same model. */
    public boolean comparesWith(Published other) {
        return since == other.since && scoresAs(other);
    }

    /** Whether the two ask the same questions and score them by the same model, whatever their words mean. */
    public boolean scoresAs(Published other) {
        return model.equals(other.model) && questions.equals(other.questions);
    }

    /** The language that comes when a reader asks for these (an Accept-Language value). */
    public String languageFor(@Nullable String wanted) {
        return Languages.choose(definition.languages(), wanted);
    }

    /** What must stand beside every result; null when nothing must. */
    public @Nullable String label(@Nullable String wanted) {
        var label = definition.label();
        return label == null ? null : label.in(languageFor(wanted));
    }

    public String title(@Nullable String wanted) {
        return definition.title().in(languageFor(wanted));
    }
}
