package dev.kith.definition;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.kith.change.ChangeModel;
import dev.kith.scoring.ScoringModel;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version of a questionnaire, as it is written down. The shape is that of {@code content/questionnaire.schema.json}.
 *
 * @param key names the questionnaire, lower-kebab
 * @param version 1 and up; a published version never changes
 * @param languages BCP 47; every text has each of them, the first is the original
 * @param constructs what it measures
 * @param validated whether a study of this wording and scoring was published
 * @param normed whether values are compared with a population; cut-offs are not
 * @param label what must stand beside every result; required when not validated
 * @param recallPeriod what the answers look back on, ISO 8601, such as P14D; null when they look back on nothing in particular
 * @param instruction what stands above the questions; null where wording is not shipped
 * @param minutes how long it takes
 * @param respondents who may answer
 * @param modes how it may be given
 * @param contraindicated settings and people that it is not for
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
        List<String> constructs,
        boolean validated,
        boolean normed,
        @Nullable Text label,
        @Nullable String recallPeriod,
        @Nullable Text instruction,
        @Nullable Integer minutes,
        @Nullable ReadingLevel readingLevel,
        List<Respondent> respondents,
        List<Mode> modes,
        List<Text> contraindicated,
        List<Coding> codes,
        @Nullable String loinc,
        Map<String, List<Option>> optionSets,
        List<Item> items,
        List<ScaleDefinition> scales,
        List<AlertRuleDefinition> alertRules,
        List<CheckDefinition> checks,
        Passport passport) {

    public Definition {
        languages = List.copyOf(languages);
        tags = Absent.empty(tags);
        constructs = Absent.empty(constructs);
        respondents = Absent.just(respondents, Respondent.SELF);
        modes = Absent.just(modes, Mode.SELF_REPORT);
        contraindicated = Absent.empty(contraindicated);
        codes = Absent.empty(codes);
        optionSets = Absent.none(optionSets);
        items = List.copyOf(items);
        scales = List.copyOf(scales);
        alertRules = Absent.empty(alertRules);
        checks = Absent.empty(checks);
    }

    /** Who answers. */
    public enum Respondent {
        SELF,
        CLINICIAN,
        INFORMANT
    }

    /** How it is given. */
    public enum Mode {
        SELF_REPORT,
        INTERVIEW
    }

    /** The school grade that its words ask for, and how that was found. */
    public record ReadingLevel(BigDecimal grade, String basis) {}

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

    /** The same version with one more language, as far as the wording goes; nothing that is scored can differ. Costs some work: keep it. */
    public Definition with(Wording wording) {
        return WordingOverlay.lay(wording, this);
    }

    /** The places whose words come in another language when this one is asked for, as JSON Pointers. Costs some work: keep it. */
    public List<String> fallbacks(String language) {
        return DefinitionTexts.lacking(DefinitionFormat.tree(this), language);
    }
}
