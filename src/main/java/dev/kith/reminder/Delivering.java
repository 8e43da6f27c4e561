package dev.kith.reminder;

import dev.kith.mail.Postbox;
import dev.kith.practice.PracticeDirectory;
import dev.kith.reminder.Delivery.Claim;
import dev.kith.reminder.Delivery.Outcome;
import io.quarkus.mailer.Mail;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the e-mails of claimed reminders and hands them over, one after the other; no transaction is open meanwhile. */
@ApplicationScoped
class Delivering {
    /** The caller's own transaction lives for a minute; what is left when this is over was not tried, and is given back. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    @Inject
    Postbox postbox;

    @Inject
    Heading heading;

    /** Each of them, with what became of it. */
    List<Delivery> deliver(List<Claim> claims) throws SQLException {
        if (!postbox.answers()) {
            return claims.stream()
                    .map(claim -> new Delivery(claim, Outcome.NOT_TRIED))
                    .toList();
        }
        var said = heading.current();
        var deliveries = new ArrayList<Delivery>();
        var until = System.nanoTime() + LONGEST.toNanos();
        var away = false;
        try (var round = postbox.begin()) {
            for (var claim : claims) {
                var outcome = away || System.nanoTime() > until
                        ? Outcome.NOT_TRIED
                        : Outcome.of(round.send(mail(claim, said)));
                away |= outcome == Outcome.NOT_CONNECTED
                        || outcome == Outcome.UNSURE; // who is silent once is left alone
                deliveries.add(new Delivery(claim, outcome));
            }
        }
        return deliveries;
    }

    static Mail mail(Claim claim, Heading.Said said) {
        var words = MailWords.of(claim.language(), said.language());
        var plain = Templates.plain(words, said.appUrl()).render();
        var html = Templates.page(words, said.appUrl()).render();
        return Mail.withText(claim.to(), words.subject(), plain).setHtml(html);
    }

    /** Checked against their models when the project is built. */
    @CheckedTemplate(basePath = "reminder")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance plain(MailWords words, @Nullable String appUrl);

        static native TemplateInstance page(MailWords words, @Nullable String appUrl);
    }

    /** What all e-mails of a practice share. */
    @ApplicationScoped
    static class Heading {
        @Inject
        PracticeDirectory practice;

        @Inject
        RuleBook rules;

        /** The practice's language, and where its app lives. Not its name: what kind of practice it is, is nobody else's business. */
        record Said(String language, @Nullable String appUrl) {}

        @Transactional(value = TxType.REQUIRES_NEW, rollbackOn = Exception.class)
        Said current() throws SQLException {
            var own = practice.current();
            return new Said(
                    own.language(),
                    rules.ofPractice().map(RuleBook.Kept::appUrl).orElse(null));
        }
    }
}
