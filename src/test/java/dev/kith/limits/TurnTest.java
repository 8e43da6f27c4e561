package dev.kith.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.problem.ProblemException;
import dev.kith.problem.ProblemType;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A few at a time, and the others are told when to come again. */
class TurnTest {
    private final Turn turn = new Turn(1, Duration.ofMillis(20));

    @Test
    void whoFindsNoPlaceIsToldToComeAgain() {
        turn.take(() -> assertThatThrownBy(() -> CompletableFuture.supplyAsync(() -> turn.take(() -> "made"))
                        .join())
                .cause()
                .isInstanceOfSatisfying(ProblemException.class, told -> {
                    assertThat(told.type()).isEqualTo(ProblemType.UNAVAILABLE);
                    assertThat(told.retryAfter()).isEqualTo(5);
                }));
    }

    @Test
    void aPlaceIsFreeAgainAlsoAfterAFailure() {
        assertThatThrownBy(() -> turn.take(() -> {
                    throw new IllegalStateException("torn");
                }))
                .hasMessage("torn");
        assertThat(turn.take(() -> "made")).isEqualTo("made");
    }
}
