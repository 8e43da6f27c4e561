package dev.kith.definition;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words of one version in one more language. It lies over a definition and can change nothing but words, so it never touches a score. What it leaves
 * out comes in the original. The shape is that of {@code content/wording.schema.json}.
 *
 * @param questionnaire key of the questionnaire
 * @param language BCP 47; none that the definition itself has
 * @param credit whom the words are by
 * @param licenceNote by what right a practice has them, where the definition ships without
 */
public record Wording(
        String questionnaire,
        int version,
        String language,
        Status status,
        String credit,
        @Nullable String licenceNote,
        Texts texts) {

    /** Whether it gives words to this version. */
    public boolean liesOver(Definition definition) {
        return questionnaire.equals(definition.key()) && version == definition.version();
    }

    /** Who stands for the words. A machine never does. */
    public enum Status {
        /** Published by the authors of the instrument or in their name. */
        OFFICIAL,
        /** A practice's own, or one that it holds a licence for. */
        PRACTICE
    }

    /**
     * The words, by the names that the definition gives to places.
     *
     * @param contraindicated in the order of the definition, all of them
     * @param items by link id
     * @param options by option set, then by value as it is written there
     * @param scales by code
     * @param criteria titles by code
     * @param alertRules titles by key
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Texts(
            @Nullable String title,
            @Nullable String purpose,
            @Nullable String label,
            @Nullable String instruction,
            List<String> contraindicated,
            Map<String, ItemWords> items,
            Map<String, Map<String, String>> options,
            Map<String, ScaleWords> scales,
            Map<String, String> criteria,
            Map<String, String> alertRules) {

        public Texts {
            contraindicated = Absent.empty(contraindicated);
            items = Absent.none(items);
            options = Absent.none(options);
            scales = Absent.none(scales);
            criteria = Absent.none(criteria);
            alertRules = Absent.none(alertRules);
        }
    }

    /** Of an item; low and high stand at the ends of a slider, alt with its picture, unit beside its number. */
    public record ItemWords(
            @Nullable String text,
            @Nullable String help,
            @Nullable String low,
            @Nullable String high,
            @Nullable String alt,
            @Nullable String unit) {}

    /** Of a scale, of what its dimension costs, and of its bands by their codes. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record ScaleWords(
            @Nullable String title, @Nullable String cost, Map<String, String> bands) {

        public ScaleWords {
            bands = Absent.none(bands);
        }
    }
}
