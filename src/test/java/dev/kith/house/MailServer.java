package dev.kith.house;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;

/** A real SMTP server, where the service sends its e-mail, while this is open. */
public final class MailServer implements AutoCloseable {
    private final GreenMail server;

    private MailServer(GreenMail server) {
        this.server = server;
    }

    public static MailServer open() {
        return on(port());
    }

    public static MailServer on(int port) {
        var setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(20_000); // a machine that is busy with others
        var server = new PromptMail(setup);
        server.start();
        return new MailServer(server);
    }

    public static int port() {
        return ConfigProvider.getConfig().getValue("quarkus.mailer.port", Integer.class);
    }

    /** What somebody got, in order. */
    public List<MimeMessage> to(String address) {
        return all().stream().filter(mail -> recipient(mail).equals(address)).toList();
    }

    /** How many e-mails everybody got. */
    public Map<String, Long> counts() {
        return all().stream().collect(Collectors.groupingBy(MailServer::recipient, Collectors.counting()));
    }

    /** From whom all e-mails came. */
    public Set<String> senders() {
        return all().stream().map(MailServer::sender).collect(Collectors.toSet());
    }

    public int received() {
        return server.getReceivedMessages().length;
    }

    /** A whole e-mail as it came over the wire. */
    public static String raw(MimeMessage mail) {
        return GreenMailUtil.getWholeMessage(mail);
    }

    private List<MimeMessage> all() {
        return Arrays.asList(server.getReceivedMessages());
    }

    private static String recipient(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String sender(MimeMessage mail) {
        try {
            return mail.getFrom()[0].toString();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
