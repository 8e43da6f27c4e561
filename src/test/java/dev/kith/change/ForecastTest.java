package dev.kith.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.change.Forecast.Foreseen;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForecastTest {

    @Test
    void whatWasFearedStandsBesideWhatCame() {
        var distress = Forecast.of(List.of(
                Foreseen.of(8, 4), Foreseen.of(7, 7), Foreseen.of(6, null), Foreseen.of(null, 9), Foreseen.of(5, 3)));

        assertThat(distress.tries()).isEqualTo(3);
        assertThat(distress.expected()).isEqualByComparingTo("6.67");
        assertThat(distress.came()).isEqualByComparingTo("4.67");
        assertThat(distress.gap()).isEqualByComparingTo("2");
        assertThat(distress.asFearedOrWorse()).isEqualByComparingTo("0.33");
    }

    @Test
    void howSureOfANoAndHowOftenItCame() {
        var refusals = Forecast.of(List.of(
                Foreseen.event(90, false),
                Foreseen.event(80, true),
                Foreseen.event(75, false),
                Foreseen.event(null, true)));

        assertThat(refusals.tries()).isEqualTo(3);
        assertThat(refusals.expected()).isEqualByComparingTo("0.82");
        assertThat(refusals.came()).isEqualByComparingTo("0.33");
        assertThat(refusals.gap()).as("0.4833, rounded once").isEqualByComparingTo("0.48");
    }

    @Test
    void ofNothingExpectedNothingIsMade() {
        assertThat(Forecast.of(List.of(Foreseen.event(null, true))))
                .returns(null, Forecast::gap)
                .returns(null, Forecast::asFearedOrWorse)
                .returns(Reason.NOTHING_EXPECTED, Forecast::reason);
    }
}
