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
import io.vertx.core.Vertx;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Hands e-mails to the mail server, and says what is known of each then. Open only where an operator named a sender.
 *
 * <p>Each batch has a mailer of its own, made as Quarkus makes its one: that one keeps connections between batches, and when a server
 * has closed such a connection, or the mailer itself does, the next e-mail waits for ever and nobody can tell whether it went out.
 */
@ApplicationScoped
public class Postbox {
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    /** Authentication is asked for, too weak, or failed (RFC 4954). */
    private static final Set<Integer> OUR_OWN_FAULT = Set.of(530, 534, 535, 538);

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

    @ConfigProperty(name = "kith.mail.from")
    Optional<String> from;

    /** Whether this installation sends e-mail at all. */
    public boolean isOpen() {
        return from.isPresent();
    }

    /** For one batch; close it afterwards. */
    public Round begin() {
        var mailers =
                new Mailers(vertx, new io.vertx.mutiny.core.Vertx(vertx), config, mode, THE_ONE, certificates, sent);
        return new Round(mailers, mailers.reactiveMailerFromName(Mailers.DEFAULT_MAILER_NAME), from.orElseThrow());
    }

    /** One way to the mail server and back. */
    public record Round(Mailers mailers, ReactiveMailer mailer, String from) implements AutoCloseable {
        /** Once; whoever calls decides by the outcome whether it may be tried again. */
        public Posted send(Mail mail) {
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
            mailers.stop();
        }
    }

    /** Without a connection nothing went out; a server that said no did not take it; of all else nobody can tell. */
    private static Posted outcome(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof NoRouteToHostException
                    || cause instanceof UnknownHostException
                    || cause instanceof SSLException) {
                return Posted.NOT_CONNECTED;
            }
            if (cause instanceof SMTPException said) {
                // busy for now, or our own password: nothing that is said of this e-mail
                return said.isTransient() || OUR_OWN_FAULT.contains(said.getReplyCode())
                        ? Posted.NOT_CONNECTED
                        : Posted.REFUSED;
            }
            if (cause instanceof TimeoutException) {
                return Posted.UNSURE;
            }
        }
        return Posted.UNSURE;
    }
}
