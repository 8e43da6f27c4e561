package dev.kith.definition;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question, or a heading over some.
 *
 * @param linkId the questionnaire's key, a dot, and its own name
 * @param group the group that it stands in; a group that is not asked leaves out all that stands in it
 * @param required whether completing through an app needs an answer, when it is asked at all. This is about collecting; what scoring makes of a missing
 *     answer, for instance in history brought over from paper, is the missing rule of each scale
 * @param text null in a definition that ships without wording
 * @param help what a person may read to understand the question
 * @param options name of an option set; null unless a choice
 * @param reversed whether a high answer counts low
 * @param min least number, for integer, decimal and slider
 * @param max greatest number, likewise
 * @param step numbers are min and some steps; null when every number of the type will do
 * @param minLength fewest characters of a text
 * @param maxLength most characters of a text; 4000 when left out
 * @param minChosen fewest options of a choice of many, once anything is chosen
 * @param maxChosen most options of a choice of many
 * @param enableWhen when it is asked; always when empty
 * @param enableBehavior whether all of these must hold or any of them
 */
public record Item(
        String linkId,
        Type type,
        @Nullable String group,
        boolean required,
        @Nullable Text text,
        @Nullable Text help,
        @Nullable String options,
        boolean reversed,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable BigDecimal step,
        @Nullable Integer minLength,
        @Nullable Integer maxLength,
        @Nullable Integer minChosen,
        @Nullable Integer maxChosen,
        @Nullable Unit unit,
        @Nullable Anchors anchors,
        @Nullable Picture picture,
        List<Coding> codes,
        @Nullable String loinc,
        List<EnableWhen> enableWhen,
        EnableBehavior enableBehavior) {

    public Item {
        codes = Absent.empty(codes);
        enableWhen = Absent.empty(enableWhen);
        enableBehavior = Absent.or(enableBehavior, EnableBehavior.ALL);
    }

    /** What an answer is. */
    public enum Type {
        GROUP,
        DISPLAY,
        CHOICE,
        OPEN_CHOICE,
        MULTIPLE_CHOICE,
        INTEGER,
        DECIMAL,
        SLIDER,
        TEXT,
        BOOLEAN,
        DATE,
        TIME;

        /** Whether it is a question, rather than a heading or a word in between. */
        public boolean answerable() {
            return this != GROUP && this != DISPLAY;
        }

        /** Whether it offers options. */
        public boolean chooses() {
            return this == CHOICE || this == OPEN_CHOICE || this == MULTIPLE_CHOICE;
        }

        /** Whether an answer is a number from a range. */
        public boolean measures() {
            return this == INTEGER || this == DECIMAL || this == SLIDER;
        }
    }

    /** Whether all conditions must hold, or one is enough. */
    public enum EnableBehavior {
        ALL,
        ANY
    }

    /** What a number counts, by its UCUM code. */
    public record Unit(String code, @Nullable Text label) {}

    /** What stands at the ends of a slider. */
    public record Anchors(Text low, Text high) {}

    /** A picture by address, and what it shows for whoever cannot see it. */
    public record Picture(String url, Text alt) {}
}
