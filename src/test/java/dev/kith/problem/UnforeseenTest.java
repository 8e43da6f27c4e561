package dev.kith.problem;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.net.ConnectException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnforeseenTest {

    @ParameterizedTest
    @CsvSource({
        "23505, CONFLICT,",
        "23503, CONFLICT,",
        "23P01, CONFLICT,",
        "23514, INVALID,",
        "22021, INVALID,",
        "40001, UNAVAILABLE, 1",
        "40P01, UNAVAILABLE, 1",
        "55P03, UNAVAILABLE, 1",
        "08001, UNAVAILABLE, 2",
        "08006, UNAVAILABLE, 2",
        "57P01, UNAVAILABLE, 2",
        "57P03, UNAVAILABLE, 2",
        "53300, UNAVAILABLE, 2",
        "25006, UNAVAILABLE, 2"
    })
    void readsTheStateHoweverDeepItIs(String state, ProblemType type, @Nullable Integer wait) {
        var wrapped = new RuntimeException(new PersistenceException(new SQLException("words of a client", state)));
        var known = requireNonNull(Unforeseen.known(wrapped));
        assertThat(known.type()).isEqualTo(type);
        assertThat(known.retryAfter()).isEqualTo(wait);
        assertThat(String.valueOf(known.getMessage())).doesNotContain("client");
    }

    @Test
    void readsWhatHangsBesideABatch() {
        var batch = new BatchUpdateException();
        batch.setNextException(new SQLException("", "23505"));
        assertThat(Unforeseen.known(batch)).extracting(ProblemException::type).isEqualTo(ProblemType.CONFLICT);
    }

    @Test
    void aLostRaceIsStale() {
        assertThat(Unforeseen.known(new RuntimeException(new OptimisticLockException())))
                .extracting(ProblemException::type)
                .isEqualTo(ProblemType.STALE);
    }

    @Test
    void aDatabaseThatCannotBeReachedIsUnavailable() {
        assertThat(Unforeseen.known(new IllegalStateException(new ConnectException())))
                .extracting(ProblemException::type)
                .isEqualTo(ProblemType.UNAVAILABLE);
    }

    @Test
    void ourOwnProblemSurvivesItsWrapping() {
        var own = ProblemException.notFound();
        assertThat(Unforeseen.known(new RuntimeException(own))).isSameAs(own);
    }

    @Test
    void aMistakeOfOursIsNotExcused() {
        assertThat(Unforeseen.known(new IllegalStateException("x"))).isNull();
        assertThat(Unforeseen.known(new SQLException("", "42601"))).isNull();
    }

    @Test
    void theLogHoldsNoWords() {
        var trail = Unforeseen.trail(new IllegalStateException("secret", new SQLException("secret", "42601")));
        assertThat(trail)
                .contains("java.lang.IllegalStateException", "SQLSTATE 42601", "UnforeseenTest")
                .doesNotContain("secret");
    }

    @Test
    void causesThatGoInACircleEnd() {
        var one = new RuntimeException();
        var other = new RuntimeException(one);
        one.initCause(other);
        assertThat(Unforeseen.known(one)).isNull();
    }
}
