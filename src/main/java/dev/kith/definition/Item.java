package dev.kith.definition;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One question.
 *
 * @param linkId the questionnaire's key, a dot, and its own name
 * @param required whether completing through an app needs an answer. This is about collecting; what scoring makes of a missing answer, for instance in
 *     history brought over from paper, is the missing rule of each scale
 * @param text null in a definition that ships without wording
 * @param options name of an option set; null unless a choice
 * @param reversed whether a high answer counts low
 * @param min least number, for integer and decimal
 * @param max greatest number, for integer and decimal
 * @param maxLength most characters of a text; 4000 when left out
 */
public record Item(
        String linkId,
        Type type,
        boolean required,
        @Nullable Text text,
        @Nullable String options,
        boolean reversed,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable Integer maxLength,
        @Nullable String loinc) {

    /** What an answer is. */
    public enum Type {
        CHOICE,
        MULTIPLE_CHOICE,
        INTEGER,
        DECIMAL,
        TEXT,
        BOOLEAN,
        DATE
    }
}
