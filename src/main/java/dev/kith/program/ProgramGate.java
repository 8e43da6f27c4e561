package dev.kith.program;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kith.definition.Absent;
import dev.kith.definition.Text;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What must be so before a step is given; a clinician's word opens any but no-critical-alert.
 *
 * @param step of step-done
 * @param questionnaire of answer and score; of no-signal, where one measure alone counts
 * @param scale of score
 * @param item of answer
 * @param is answers that open it: numbers (BigDecimal) and codes (String)
 * @param rule of no-signal; there is one, reliable-deterioration
 * @param text why it is closed, for the client; null: nothing but that it comes later
 */
record ProgramGate(
        GateKind kind,
        @Nullable String step,
        @Nullable String questionnaire,
        @Nullable String scale,
        @Nullable String item,
        @JsonProperty("is") List<Object> is,
        @Nullable BigDecimal atLeast,
        @Nullable BigDecimal atMost,
        @Nullable String rule,
        @Nullable Text text) {
    ProgramGate {
        is = Absent.empty(is).stream()
                .map(one -> one instanceof Number number ? (Object) new BigDecimal(number.toString()) : one)
                .toList();
    }

    /** Whether this answer, as it was given, opens it. */
    boolean admits(@Nullable Object answer) {
        if (answer instanceof Collection<?> many) {
            return many.stream().anyMatch(this::admits);
        }
        if (answer instanceof Number given) {
            var number = new BigDecimal(given.toString());
            return is.stream().anyMatch(wanted -> wanted instanceof BigDecimal one && one.compareTo(number) == 0)
                    || (is.isEmpty() && within(number));
        }
        return answer != null && is.contains(answer);
    }

    /** Whether a signal about this questionnaire closes it. */
    boolean isAbout(String measured) {
        return questionnaire == null || questionnaire.equals(measured);
    }

    boolean within(BigDecimal number) {
        return (atLeast == null || number.compareTo(atLeast) >= 0) && (atMost == null || number.compareTo(atMost) <= 0);
    }
}
