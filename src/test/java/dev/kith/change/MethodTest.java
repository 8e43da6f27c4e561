package dev.kith.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MethodTest {

    @ParameterizedTest
    @EnumSource(Method.class)
    void eachIsToldByTheNameOfItsRule(Method method) {
        assertThat(method.rule().name())
                .isEqualTo(method.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        assertThat(method.rule().version()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "RELIABLE_CHANGE, 'Jacobson, N. S., & Truax, P. (1991)'",
        "RELIABLE_CHANGE, 'Christensen, L., & Mendoza, J. L. (1986)'",
        "THEIL_SEN, 'Theil, H. (1950)'",
        "THEIL_SEN, 'Sen, P. K. (1968)'",
        "SUDDEN_SHIFTS, 'Tang, T. Z., & DeRubeis, R. J. (1999)'",
    })
    void whatWasPublishedNamesItsSource(Method method, String source) {
        assertThat(method.citation()).contains(source);
    }

    @ParameterizedTest
    @EnumSource(names = {"MILESTONES", "ADHERENCE", "DISTRESS_DROP"})
    void arithmeticOfOurOwnClaimsNoSource(Method method) {
        assertThat(method.citation()).isNull();
    }
}
