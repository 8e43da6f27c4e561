package dev.kith.definition;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.kith.change.ChangeModel;
import dev.kith.scoring.ScoringModel;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version of a questionnaire, as it is written down. The shape is that of {@code content/questionnaire.schema.json}.
 *
 * @param key names the questionnaire, lower-kebab
 * @param version 1 and up; a published version never changes
 * @param languages BCP 47; every text has each of them, the first is the original
 * @param validated whether a study of this wording and scoring was published
 * @param normed whether values are compared with a population; ours are not, bands are cut-offs
 * @param label what must stand beside every result; required when not validated
 * @param recallPeriod what the answers look back on, ISO 8601, such as P14D
 * @param loinc code of the panel, when one was verified
 * @param optionSets options by name, shared by items
 */
public record Definition(
        String key,
        int version,
        List<String> languages,
        Text title,
        Text purpose,
        List<String> tags,
        boolean validated,
        boolean normed,
        @Nullable Text label,
        String recallPeriod,
        Text instruction,
        @Nullable String loinc,
        Map<String, List<Option>> optionSets,
        List<Item> items,
        List<ScaleDefinition> scales,
        List<CriterionDefinition> criteria,
        List<AlertRuleDefinition> alertRules,
        List<CheckDefinition> checks,
        Passport passport) {

    public Definition {
        languages = List.copyOf(languages);
        tags = Absent.empty(tags);
        optionSets = Collections.unmodifiableMap(new LinkedHashMap<>(optionSets));
        items = List.copyOf(items);
        scales = List.copyOf(scales);
        criteria = Absent.empty(criteria);
        alertRules = Absent.empty(alertRules);
        checks = Absent.empty(checks);
    }

    /** The item of this link id, or null. */
    public @Nullable Item item(String linkId) {
        return items.stream()
                .filter(item -> item.linkId().equals(linkId))
                .findFirst()
                .orElse(null);
    }

    /** The options of an item, in order; none when it takes something else. */
    public List<Option> options(Item item) {
        return item.options() == null ? List.of() : optionSets.getOrDefault(item.options(), List.of());
    }

    /**
     * The scale of this code.
     *
     * @throws IllegalArgumentException when there is none
     */
    public ScaleDefinition scale(String code) {
        return scales.stream()
                .filter(scale -> scale.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(key + " has no scale " + code));
    }

    /** What the engine scores by. Costs some work: keep it. */
    @JsonIgnore
    public ScoringModel scoringModel() {
        return ScoringModels.of(this);
    }

    /** What was published about change on a scale; unverified figures do not count. */
    public ChangeModel changeModel(String scaleCode) {
        return ChangeModels.of(scale(scaleCode), passport);
    }
}
