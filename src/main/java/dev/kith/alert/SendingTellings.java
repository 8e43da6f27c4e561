package dev.kith.alert;

import dev.kith.alert.ClaimingTellings.Letter;
import dev.kith.mail.Postbox;
import dev.kith.mail.Posted;
import dev.kith.practice.PracticeDirectory;
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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes the e-mails and hands them over, one after the other; no transaction is open meanwhile. */
@ApplicationScoped
class SendingTellings {
    /** The caller's own transaction lives for a minute. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>,;:\"@]+@[^\\s<>,;:\"@]+");

    @Inject
    Postbox postbox;

    @Inject
    Heading heading;

    /** What became of one e-mail. */
    enum Result {
        TOLD,
        NO_ADDRESS,
        /** It may or may not have gone out, so it is tried again. */
        AGAIN,
        /** It was not its turn yet. */
        NOT_TRIED
    }

    /** A letter, with what became of it. */
    record Sent(Letter letter, Result result) {
        /** Whether nothing of it is left to do. */
        boolean over() {
            return result == Result.TOLD || result == Result.NO_ADDRESS;
        }
    }

    List<Sent> send(List<Letter> letters) throws SQLException {
        var said = heading.current();
        var sent = new ArrayList<Sent>();
        var until = System.nanoTime() + LONGEST.toNanos();
        var away = false;
        try (var round = postbox.begin()) {
            for (var letter : letters) {
                var address = letter.address();
                if (address == null || !ADDRESS.matcher(address).matches()) {
                    sent.add(new Sent(letter, Result.NO_ADDRESS));
                } else if (away || System.nanoTime() > until) {
                    sent.add(new Sent(letter, Result.NOT_TRIED));
                } else {
                    var posted = round.send(mail(address, letter, said));
                    sent.add(new Sent(letter, posted == Posted.SENT ? Result.TOLD : Result.AGAIN));
                    // who is silent once is left alone for now
                    away = posted == Posted.NOT_CONNECTED || posted == Posted.UNSURE;
                }
            }
        }
        return sent;
    }

    private static Mail mail(String address, Letter letter, Heading.Said said) {
        var words = AlertWords.of(letter.language(), said.language(), said.practice());
        var plain = Templates.plain(words, said.signInUrl()).render();
        var html = Templates.page(words, said.signInUrl()).render();
        return Mail.withText(address, words.subject(), plain).setHtml(html);
    }

    /** Checked against their models when the project is built. */
    @CheckedTemplate(basePath = "alert")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance plain(AlertWords words, @Nullable String signInUrl);

        static native TemplateInstance page(AlertWords words, @Nullable String signInUrl);
    }

    /** What all e-mails of a practice share. */
    @ApplicationScoped
    static class Heading {
        @Inject
        PracticeDirectory practice;

        @Inject
        AlertPolicies policies;

        /** The practice's name and language, and where its staff sign in. */
        record Said(
                String practice, String language, @Nullable String signInUrl) {}

        @Transactional(value = TxType.REQUIRES_NEW, rollbackOn = Exception.class)
        Said current() throws SQLException {
            var own = practice.current();
            return new Said(own.name(), own.language(), policies.current().signInUrl());
        }
    }
}
