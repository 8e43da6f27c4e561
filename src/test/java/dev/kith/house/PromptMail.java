package dev.kith.house;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.Socket;
import java.net.SocketException;
import java.util.HashMap;
import java.util.Map;

/**
 * GreenMail that answers at once. It writes an answer in two pieces, and without {@code TCP_NODELAY} the second waits until the first is
 * acknowledged, which takes 40 ms: 0.2 s an e-mail, where a crowd is to be reminded.
 */
final class PromptMail extends GreenMail {
    PromptMail(ServerSetup setup) {
        super(setup);
    }

    @Override
    protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers managers) {
        var services = new HashMap<String, AbstractServer>();
        for (var setup : setups) {
            services.put(setup.getProtocol(), new Smtp(setup, managers));
        }
        return services;
    }

    private static final class Smtp extends SmtpServer {
        Smtp(ServerSetup setup, Managers managers) {
            super(setup, managers);
        }

        @Override
        protected void handleClientSocket(Socket socket) throws SocketException {
            socket.setTcpNoDelay(true);
            super.handleClientSocket(socket);
        }
    }
}
