package dev.kith.questionnaire;

import dev.kith.change.ChangeModel;
import dev.kith.definition.Definition;
import dev.kith.definition.Item;
import dev.kith.definition.Languages;
import dev.kith.definition.ReadDefinition;
import dev.kith.definition.ScaleDefinition;
import dev.kith.scoring.ScoringModel;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One published version, ready for use and never changed.
 *
 * @param owner the practice that wrote it, or the library
 */
public record Published(
        UUID owner,
        Definition definition,
        String checksum,
        boolean retired,
        ScoringModel model,
        Map<String, ChangeModel> changeModels) {

    static Published of(UUID owner, ReadDefinition read, boolean retired) {
        var definition = read.definition();
        var changeModels = definition.scales().stream()
                .collect(Collectors.toUnmodifiableMap(
                        ScaleDefinition::code, scale -> definition.changeModel(scale.code())));
        return new Published(owner, definition, read.checksum(), retired, definition.scoringModel(), changeModels);
    }

    public String key() {
        return definition.key();
    }

    public int version() {
        return definition.version();
    }

    /** Whether scores of the two may stand in one series: the same questions, scored by the same model. */
    public boolean comparesWith(Published other) {
        return model.equals(other.model) && linkIds().equals(other.linkIds());
    }

    private List<String> linkIds() {
        return definition.items().stream().map(Item::linkId).toList();
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
