package dev.kith.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;

/** A port for the embedded server. */
final class Ports {
    private static final int LOWEST = 20_000;
    private static final int COUNT = 10_000;

    private Ports() {}

    /** Below the range from which systems take ports of outgoing connections: it stays free while a dead server restarts. */
    static int free() throws IOException {
        var first = new SecureRandom().nextInt(COUNT);
        for (var i = 0; i < COUNT; i++) {
            var port = LOWEST + (first + i) % COUNT;
            try (var socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                continue;
            }
        }
        throw new IOException("no port is free");
    }
}
