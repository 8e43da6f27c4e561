package dev.kith.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Signatures are those of Standard Webhooks. */
class SignatureTest {
    private static final byte[] SECRET = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final Instant AT = Instant.ofEpochSecond(1614265330);
    private static final String BODY = "{\"test\": 2432232314}";

    /** The example that the specification publishes. */
    @Test
    void theWorkedExampleOfTheSpecificationComesOut() {
        assertThat(WebhookSecret.signatures(List.of(SECRET), ID, AT, BODY))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void eachSecretSignsOnceTheNewestFirst() throws Exception {
        var other = new byte[32];
        var both = WebhookSecret.signatures(List.of(other, SECRET), ID, AT, BODY);
        assertThat(both.split(" "))
                .containsExactly(
                        new com.standardwebhooks.Webhook(other).sign(ID, AT.getEpochSecond(), BODY),
                        new com.standardwebhooks.Webhook(SECRET).sign(ID, AT.getEpochSecond(), BODY));
    }
}
