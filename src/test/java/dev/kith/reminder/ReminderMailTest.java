package dev.kith.reminder;

import static dev.kith.reminder.Reminded.reminders;
import static dev.kith.reminder.Reminded.rules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.kith.house.MailServer;
import dev.kith.house.People;
import dev.kith.house.Work;
import dev.kith.mail.Rest;
import dev.kith.reminder.Reminded.Cast;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in an e-mail, and what does not; and mail servers that say no, or nothing. */
@QuarkusTest
class ReminderMailTest {
    private static final String EMAIL = "{\"channel\": \"email\", \"moment\": \"opens\"}";

    @Inject
    People people;

    @Inject
    Reminded reminded;

    @Inject
    Rest rest;

    Cast cast;

    @BeforeEach
    void found() {
        cast = reminded.cast();
    }

    @ParameterizedTest
    @CsvSource({
        "en, de, There is something for you in your app",
        "de-AT, en, In Ihrer App wartet etwas auf Sie",
        "es, en, Hay algo para ti en tu aplicación",
        "nl, de, In Ihrer App wartet etwas auf Sie",
        "nl, fr, There is something for you in your app"
    })
    void itIsInTheClientsLanguageElseThePracticesElseEnglish(String client, String practice, String subject)
            throws Exception {
        people.run(cast.practice(), "update client set language = ?", client);
        people.run(cast.practice(), "update practice set language = ? where id = kith_practice()", practice);
        assertThat(sent("").getSubject()).isEqualTo(subject);
    }

    @Test
    void nothingInItTellsWhatItIsAbout() throws Exception {
        people.run(cast.practice(), "update client set display_name = 'canary-name'");
        var mail = sent(", \"appUrl\": \"https://app.willow.example/today\"");
        var raw = MailServer.raw(mail).toLowerCase(Locale.ROOT);
        assertThat(raw)
                .contains("https://app.willow.example/today", "willow", "auto-submitted: auto-generated", "text/html")
                .doesNotContain("canary", "phq", "questionnaire", "health", "depress", "therap", "exercise");
        assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("reminders@kith.example");
        assertThat(mail.getAllRecipients()).hasSize(1);
    }

    @Test
    void aNameCannotWriteHeadersOrMarkup() throws Exception {
        people.run(
                cast.practice(),
                "update practice set name = E'<b>W</b>\\r\\nBcc: spy@evil.example\\r\\n\\r\\n' where id = kith_practice()");
        var mail = sent("");
        var raw = MailServer.raw(mail);
        assertThat(raw).doesNotContain("spy@evil.example").doesNotContain("\nBcc:");
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly(cast.address());
    }

    @Test
    void aServerThatSaysNoIsNotAskedAgain() throws Exception {
        rules(cast, EMAIL, 5, "");
        var given = reminded.task(cast, "10:00");
        try (var server = new Surly("550 no such person\r\n", false)) {
            reminded.work(cast, given.opensAt());
            reminded.work(cast, given.opensAt().plusSeconds(600));
            assertThat(server.calls).isEqualTo(1);
        }
        assertThat(reminders(cast, given.task()))
                .allSatisfy(reminder ->
                        assertThat(reminder).containsEntry("state", "failed").containsEntry("why", "refused"));
    }

    @Test
    void aServerThatHangsUpAfterTheWordsIsNotAskedAgain() throws Exception {
        rules(cast, EMAIL, 5, "");
        var given = reminded.task(cast, "10:00");
        try (var server = new Surly("250 fine\r\n", true)) {
            reminded.work(cast, given.opensAt());
            reminded.work(cast, given.opensAt().plusSeconds(600));
            assertThat(server.calls).isEqualTo(1);
        }
        assertThat(Work.each(reminders(cast, given.task()), "state")).containsExactly("unsure");
    }

    @Test
    void aServerThatIsFullJustNowIsAskedAgainForThatOneAndGoesOnWithTheOthers() throws Exception {
        rules(cast, EMAIL, 5, "");
        var given = reminded.task(cast, "10:00");
        try (var server = new Surly("452 mailbox full\r\n", false)) {
            reminded.work(cast, given.opensAt());
            reminded.work(cast, given.opensAt().plusSeconds(299));
            assertThat(server.calls).isEqualTo(1);
            reminded.work(cast, given.opensAt().plusSeconds(300));
            assertThat(server.calls).isEqualTo(2);
        }
        assertThat(rest.isDoubted()).isFalse();
        try (var mail = MailServer.open()) {
            reminded.work(cast, given.opensAt().plusSeconds(1200));
            assertThat(mail.to(cast.address())).hasSize(1);
        }
    }

    @Test
    void aSilentServerIsLeftAloneByAllPracticesAndLosesNothing() throws Exception {
        var neighbour = reminded.cast();
        rules(cast, EMAIL, 5, "");
        rules(neighbour, EMAIL, 5, "");
        var given = reminded.task(cast, "10:00");
        var other = reminded.task(neighbour, "10:00");
        try (var server = new Silent("")) {
            for (var minute = 0; minute < 6; minute++) {
                reminded.work(cast, given.opensAt().plusSeconds(60L * minute));
                reminded.work(neighbour, given.opensAt().plusSeconds(60L * minute));
            }
            assertThat(server.calls).isEqualTo(1);
        }
        rest.answered();
        try (var mail = MailServer.open()) {
            reminded.work(cast, given.opensAt().plusSeconds(600));
            reminded.work(neighbour, given.opensAt().plusSeconds(600));
            assertThat(mail.counts()).containsOnly(entry(cast.address(), 1L), entry(neighbour.address(), 1L));
        }
        assertThat(Work.each(reminders(cast, given.task()), "state")).containsExactly("sent");
        assertThat(Work.each(reminders(neighbour, other.task()), "state")).containsExactly("sent");
    }

    @Test
    void aServerThatFallsSilentAfterItsGreetingCostsOneReminderAndItsConnectionIsClosed() throws Exception {
        var neighbour = reminded.cast();
        rules(cast, EMAIL, 5, "");
        rules(neighbour, EMAIL, 5, "");
        var given = reminded.task(cast, "10:00");
        var other = reminded.task(neighbour, "10:00");
        try (var server = new Silent("220 here\r\n")) {
            reminded.work(cast, given.opensAt());
            reminded.work(neighbour, given.opensAt());
            assertThat(server.calls).as("a look and one e-mail").isEqualTo(2);
            assertThat(server.hungUp.tryAcquire(2, 5, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(Work.each(reminders(cast, given.task()), "state")).containsExactly("unsure");
        assertThat(Work.each(reminders(neighbour, other.task()), "waitsFor")).containsExactly("unreachable");
    }

    /** One e-mail, as it came. */
    private MimeMessage sent(String more) {
        rules(cast, EMAIL, 5, more);
        var given = reminded.task(cast, "10:00");
        try (var mail = MailServer.open()) {
            reminded.work(cast, given.opensAt());
            assertThat(mail.to(cast.address())).hasSize(1);
            return mail.to(cast.address()).get(0);
        }
    }

    /** A mail server that takes connections and says nothing but, perhaps, a greeting. */
    private static final class Silent implements AutoCloseable {
        private final ServerSocket socket;
        private final String greeting;
        private final List<Socket> open = new CopyOnWriteArrayList<>();
        final Semaphore hungUp = new Semaphore(0);
        volatile int calls;

        Silent(String greeting) throws IOException {
            this.socket = new ServerSocket(MailServer.port(), 5, InetAddress.getByName("127.0.0.1"));
            this.greeting = greeting;
            start(this::serve);
        }

        private static void start(Runnable work) {
            var thread = new Thread(work, "silent mail server");
            thread.setDaemon(true);
            thread.start();
        }

        private void serve() {
            while (!socket.isClosed()) {
                try {
                    var call = socket.accept();
                    open.add(call);
                    calls++;
                    start(() -> keep(call));
                } catch (IOException closed) {
                    return;
                }
            }
        }

        private void keep(Socket call) {
            try (call) {
                call.getOutputStream().write(greeting.getBytes(StandardCharsets.US_ASCII));
                call.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (IOException gone) {
                hungUp.release();
                return;
            }
            hungUp.release();
        }

        @Override
        public void close() throws IOException {
            socket.close();
            for (var call : open) {
                call.close();
            }
        }
    }

    /** A mail server with one answer to every recipient, that may hang up once it was given the words. */
    private static final class Surly implements AutoCloseable {
        private final ServerSocket socket;
        private final String toRecipients;
        private final boolean hangsUp;
        private final List<Socket> open = new CopyOnWriteArrayList<>();
        volatile int calls;

        Surly(String toRecipients, boolean hangsUp) throws IOException {
            this.socket = new ServerSocket(MailServer.port(), 5, InetAddress.getByName("127.0.0.1"));
            this.toRecipients = toRecipients;
            this.hangsUp = hangsUp;
            var thread = new Thread(this::serve, "surly mail server");
            thread.setDaemon(true);
            thread.start();
        }

        private void serve() {
            while (!socket.isClosed()) {
                try (var call = socket.accept()) {
                    open.add(call);
                    talk(call);
                } catch (IOException gone) {
                    continue; // the next one, if there is to be one
                }
            }
        }

        private void talk(Socket call) throws IOException {
            var in = new BufferedReader(new InputStreamReader(call.getInputStream(), StandardCharsets.US_ASCII));
            say(call, "220 here\r\n");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("RCPT")) {
                    calls++;
                    say(call, toRecipients);
                } else if (line.startsWith("DATA")) {
                    say(call, "354 go on\r\n");
                    while (!".".equals(in.readLine())) {
                        // to the end of the words
                    }
                    if (hangsUp) {
                        return;
                    }
                } else {
                    say(call, line.startsWith("QUIT") ? "221 bye\r\n" : "250 fine\r\n");
                }
            }
        }

        private static void say(Socket call, String line) throws IOException {
            call.getOutputStream().write(line.getBytes(StandardCharsets.US_ASCII));
            call.getOutputStream().flush();
        }

        @Override
        public void close() throws IOException {
            socket.close();
            for (var call : open) {
                call.close(); // or what is sent next would still come here
            }
        }
    }
}
