package dev.kith.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is known of an e-mail by how handing it over failed. */
class PostboxTest {
    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new ConnectException("refused"), Posted.NOT_CONNECTED),
                Arguments.of(new SSLHandshakeException("no common cipher"), Posted.NOT_CONNECTED),
                Arguments.of(new SSLPeerUnverifiedException("somebody else"), Posted.NOT_CONNECTED),
                Arguments.of(new SSLException("closed without a word"), Posted.UNSURE),
                Arguments.of(new SSLException("bad record", new IOException("reset")), Posted.UNSURE),
                Arguments.of(new IOException("reset"), Posted.UNSURE));
    }

    /** After hands were shaken an e-mail may have gone out: it is not sent again. */
    @ParameterizedTest
    @MethodSource("failures")
    void onlyWhereThereWasNoConnectionNothingWentOut(Exception failure, Posted outcome) {
        assertThat(Postbox.outcome(failure)).isEqualTo(outcome);
        assertThat(Postbox.outcome(new IllegalStateException(failure))).isEqualTo(outcome);
    }
}
