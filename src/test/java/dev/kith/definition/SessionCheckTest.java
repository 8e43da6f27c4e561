package dev.kith.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.change.Direction;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The check after a session is ours, asks four things, and claims nothing. */
class SessionCheckTest {
    private final Definition check = Shipped.definition("kith-session-check");

    @Test
    void itAsksFourThingsOfWhichNoneIsRequired() {
        assertThat(check.items()).hasSize(4).noneMatch(Item::required);
        assertThat(check.items())
                .allSatisfy(item -> assertThat(check.options(item)).hasSize(5));
        assertThat(check.recallPeriod()).isNull();
    }

    @Test
    void itIsOursAndClaimsNothing() {
        assertThat(check.validated()).isFalse();
        assertThat(check.normed()).isFalse();
        assertThat(Objects.requireNonNull(check.label()).in("en")).contains("Not validated, no norms");
        assertThat(check.scales()).singleElement().satisfies(scale -> {
            assertThat(scale.bands()).isEmpty();
            assertThat(scale.change()).isNull();
            assertThat(scale.direction()).isEqualTo(Direction.HIGHER_IS_BETTER);
        });
        assertThat(check.criteria()).isEmpty();
        assertThat(check.alertRules()).isEmpty();
        assertThat(check.passport().licence().holder()).isEqualTo("Kith contributors");
    }

    @Test
    void allOfItIsThereInGerman() {
        var german = Wordings.shipped().stream()
                .map(ReadWording::wording)
                .filter(wording -> wording.liesOver(check))
                .toList();
        assertThat(german).extracting(Wording::language).containsExactly("de");
        assertThat(check.with(german.get(0)).fallbacks("de")).isEmpty();
    }
}
