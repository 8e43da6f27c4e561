package dev.kith.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** For how long a mail server that failed is left alone. */
class RestTest {
    private final Hands hands = new Hands();
    private final Rest rest = new Rest(hands);

    @Test
    void thePauseDoublesUpToFiveMinutes() {
        var pauses = new ArrayList<Long>();
        for (var failure = 0; failure < 7; failure++) {
            rest.failed();
            var from = hands.now;
            while (rest.isLeftAlone()) {
                hands.now = hands.now.plusSeconds(1);
            }
            pauses.add(Duration.between(from, hands.now).toSeconds());
        }
        assertThat(pauses).containsExactly(15L, 30L, 60L, 120L, 240L, 300L, 300L);
        assertThat(rest.isDoubted()).isTrue();
    }

    @Test
    void twoThatFailTogetherAreOneFailure() {
        rest.failed();
        rest.failed();
        hands.now = hands.now.plus(Rest.FIRST);
        assertThat(rest.isLeftAlone()).isFalse();
    }

    @Test
    void anAnswerEndsItAndTheNextPauseIsShortAgain() {
        rest.failed();
        hands.now = hands.now.plus(Rest.FIRST);
        rest.failed();
        rest.answered();
        assertThat(rest.isLeftAlone()).isFalse();
        assertThat(rest.isDoubted()).isFalse();
        rest.failed();
        hands.now = hands.now.plus(Rest.FIRST);
        assertThat(rest.isLeftAlone()).isFalse();
    }

    /** A clock that a test moves. */
    private static final class Hands extends Clock {
        private Instant now = Instant.parse("2026-10-25T00:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
