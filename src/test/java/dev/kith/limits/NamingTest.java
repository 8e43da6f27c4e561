package dev.kith.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamingTest {
    private static final String REQUEST = "01965b2c-4a61-7c3e-9f00-5d1b6a8e2f47";
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @ParameterizedTest
    @ValueSource(strings = {"00-" + TRACE + "-00f067aa0ba902b7-01", "01-" + TRACE + "-00f067aa0ba902b7-01-more"})
    void followsTheTraceOfTheApp(String traceparent) {
        assertThat(Naming.trace(traceparent, REQUEST)).isEqualTo(TRACE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "ff-" + TRACE + "-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-" + TRACE + "-0000000000000000-01",
                "00-" + TRACE + "-00f067aa0ba902b7-01\nforged"
            })
    void makesItsOwnOtherwise(String traceparent) {
        assertThat(Naming.trace(traceparent, REQUEST)).isEqualTo("01965b2c4a617c3e9f005d1b6a8e2f47");
    }
}
