package dev.kith.reminder;

import dev.kith.reminder.Delivery.Outcome;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hands one e-mail to the mail server, and says what is known of it then. Open only where an operator named a sender. */
@ApplicationScoped
class Postbox {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    ReactiveMailer mailer;

    @ConfigProperty(name = "kith.mail.from")
    Optional<String> from;

    boolean isOpen() {
        return from.isPresent();
    }

    /** Once; whoever calls decides by the outcome whether it may be tried again. */
    Outcome send(Mail mail) {
        mail.setFrom(from.orElseThrow());
        mail.addHeader("Auto-Submitted", "auto-generated");
        try {
            mailer.send(mail).await().atMost(PATIENCE);
            return Outcome.SENT;
        } catch (RuntimeException e) {
            return outcome(e);
        }
    }

    /** Without a connection nothing went out; a server that said no did not take it; of all else nobody can tell. */
    private static Outcome outcome(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
                return Outcome.NOT_CONNECTED;
            }
            if (cause instanceof SMTPException) {
                return Outcome.REFUSED;
            }
            if (cause instanceof TimeoutException) {
                return Outcome.UNSURE;
            }
        }
        return Outcome.UNSURE;
    }
}
