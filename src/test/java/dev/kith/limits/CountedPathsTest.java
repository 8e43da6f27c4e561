package dev.kith.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountedPathsTest {

    @Test
    void noIdOfAPersonIsMeasured() {
        assertThat(CountedPaths.withoutIds("/v1/clients/019AB3C4-0000-7000-8000-00000000000f/progress"))
                .isEqualTo("/v1/clients/{id}/progress");
        assertThat(CountedPaths.withoutIds("/v1/clients/{clientId}")).isEqualTo("/v1/clients/{clientId}");
    }
}
