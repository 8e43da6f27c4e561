package dev.kith.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.SentMail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.mailer.runtime.MailerSupport;
import io.quarkus.mailer.runtime.Mailers;
import io.quarkus.mailer.runtime.MailersRuntimeConfig;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Hands e-mails to the mail server, and says what is known of each then. Open only where an operator named a sender.
 *
 * <p>Each batch has a mailer of its own, made as Quarkus makes its one: that one keeps connections between batches, and when a server
 * has closed such a connection, or the mailer itself does, the next e-mail waits for ever and nobody can tell whether it went out.
 */
@ApplicationScoped
public class Postbox {
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    /** The server is closing, or authentication is asked for, too weak, or failed (RFC 5321, RFC 4954): not of one e-mail. */
    private static final Set<Integer> OF_ALL_MAIL = Set.of(421, 432, 454, 530, 534, 535, 538);

    private static final MailerSupport THE_ONE = new MailerSupport(true, Set.of());

    @Inject
    Vertx vertx;

    @Inject
    MailersRuntimeConfig config;

    @Inject
    LaunchMode mode;

    @Inject
    TlsConfigurationRegistry certificates;

    @Inject
    Event<SentMail> sent;

    @Inject
    Rest rest;

    @Inject
    Greeting greeting;

    @ConfigProperty(name = "kith.mail.from")
    Optional<String> from;

    public boolean isOpen() {
        return from.isPresent();
    }

    /** Asks it for a sign of life where it failed last, once the pause is over. */
    public Reach reach() {
        if (!isOpen()) {
            return Reach.NONE;
        }
        if (!rest.isDoubted()) {
            return Reach.THERE;
        }
        return !rest.isLeftAlone() && answers() ? Reach.BACK : Reach.AWAY;
    }

    /** Whether it says anything at all: from a silent one nobody could tell whether it took an e-mail. */
    public boolean answers() {
        var answers = greeting.comes();
        if (!answers) {
            rest.failed();
        }
        return answers;
    }

    /** For one batch; close it afterwards. */
    public Round begin() {
        var desk = new Desk();
        var deployed = vertx.deployVerticle(desk).toCompletionStage().toCompletableFuture();
        return new Round(vertx, deployed.join(), desk.mailer(), from.orElseThrow(), rest);
    }

    /** Where a mailer is made, so that all its connections end with it, also one at which a silent server is still waited for. */
    private final class Desk extends AbstractVerticle {
        private @Nullable Mailers mailers;

        @Override
        public void start() {
            mailers = new Mailers(
                    vertx, new io.vertx.mutiny.core.Vertx(vertx), config, mode, THE_ONE, certificates, sent);
        }

        @Override
        public void stop() {
            Objects.requireNonNull(mailers).stop();
        }

        ReactiveMailer mailer() {
            return Objects.requireNonNull(mailers).reactiveMailerFromName(Mailers.DEFAULT_MAILER_NAME);
        }
    }

    /** One way to the mail server and back. */
    public record Round(Vertx vertx, String desk, ReactiveMailer mailer, String from, Rest rest)
            implements AutoCloseable {
        /** Once; whoever calls decides by the outcome whether it may be tried again. */
        public Posted send(Mail mail) {
            var outcome = handOver(mail);
            if (outcome == Posted.NOT_CONNECTED || outcome == Posted.UNSURE) {
                rest.failed();
            } else {
                rest.answered();
            }
            return outcome;
        }

        private Posted handOver(Mail mail) {
            mail.setFrom(from);
            mail.addHeader("Auto-Submitted", "auto-generated");
            try {
                mailer.send(mail).await().atMost(PATIENCE);
                return Posted.SENT;
            } catch (RuntimeException e) {
                return outcome(e);
            }
        }

        @Override
        public void close() {
            vertx.undeploy(desk)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .orTimeout(2, TimeUnit.SECONDS)
                    .exceptionally(late -> null)
                    .join();
        }
    }

    /**
     * Without a connection nothing went out; a server that said no did not take it; of all else nobody can tell. That is so of what goes
     * wrong with encryption once hands were shaken, too: it may be the answer to the last line of an e-mail that is lost.
     */
    static Posted outcome(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof NoRouteToHostException
                    || cause instanceof UnknownHostException
                    || cause instanceof SSLHandshakeException
                    || cause instanceof SSLPeerUnverifiedException) {
                return Posted.NOT_CONNECTED;
            }
            if (cause instanceof SMTPException said) {
                if (OF_ALL_MAIL.contains(said.getReplyCode())) {
                    return Posted.NOT_CONNECTED;
                }
                return said.isTransient() ? Posted.NOT_NOW : Posted.REFUSED;
            }
            if (cause instanceof TimeoutException) {
                return Posted.UNSURE;
            }
        }
        return Posted.UNSURE;
    }
}
