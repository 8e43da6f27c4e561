package dev.kith.mail;

import io.quarkus.mailer.runtime.MailerRuntimeConfig;
import io.quarkus.mailer.runtime.Mailers;
import io.quarkus.mailer.runtime.MailersRuntimeConfig;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;

/**
 * Looks whether the mail server is there before anything is handed to it: that it takes a connection, and greets. Where it may be
 * encrypted from the first byte, the connection is all that is asked for.
 */
@ApplicationScoped
class Greeting {
    private static final int SMTP = 25;
    private static final int CONNECTS_WITHIN = (int) Duration.ofSeconds(3).toMillis();
    private static final int GREETS_WITHIN = (int) Duration.ofSeconds(5).toMillis();

    @Inject
    MailersRuntimeConfig config;

    @Inject
    TlsConfigurationRegistry certificates;

    boolean comes() {
        var server = Objects.requireNonNull(config.mailers().get(Mailers.DEFAULT_MAILER_NAME));
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(server.host(), server.port().orElse(SMTP)), CONNECTS_WITHIN);
            return mayBeEncrypted(server) || greets(socket);
        } catch (IOException away) {
            return false;
        }
    }

    private static boolean greets(Socket socket) throws IOException {
        socket.setSoTimeout(GREETS_WITHIN);
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        var line = in.readLine();
        if (line == null || !line.startsWith("220")) {
            return false;
        }
        socket.getOutputStream().write("QUIT\r\n".getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return true;
    }

    private boolean mayBeEncrypted(MailerRuntimeConfig server) {
        var trustsAll =
                certificates.getDefault().map(TlsConfiguration::isTrustAll).orElse(false);
        return server.ssl() || server.tls().orElse(server.tlsConfigurationName().isPresent() || trustsAll);
    }
}
