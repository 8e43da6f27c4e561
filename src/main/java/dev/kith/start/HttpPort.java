package dev.kith.start;

import dev.kith.database.RefusedToStart;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.eclipse.microprofile.config.Config;

/** The port of the service, looked at before a database is started for nothing. */
public final class HttpPort {
    private static final int HIGHEST = 65_535;

    private HttpPort() {}

    public static void requireFree(Config config) {
        var written = config.getOptionalValue("quarkus.http.port", String.class).orElse("8080");
        var host = config.getOptionalValue("quarkus.http.host", String.class).orElse("0.0.0.0");
        if (!written.matches("\\d{1,5}") || Integer.parseInt(written) > HIGHEST)
            throw new RefusedToStart("QUARKUS_HTTP_PORT=" + written + " is not a port");
        var port = Integer.parseInt(written);
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(host, port));
        } catch (IOException | IllegalArgumentException e) {
            throw new RefusedToStart(taken(host, port), e);
        }
    }

    static String taken(String host, int port) {
        return "port " + port + " on " + host + " is taken or not allowed: set QUARKUS_HTTP_PORT to a free one";
    }
}
