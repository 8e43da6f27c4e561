package dev.kith.house;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/** Where e-mail goes in tests: a port at which nobody listens until a test opens a {@link MailServer} there. */
@WithTestResource(value = MailPortResource.class, scope = TestResourceScope.GLOBAL)
public class MailPortResource implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Map.of("quarkus.mailer.host", "127.0.0.1", "quarkus.mailer.port", "" + free.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        // nothing was kept open
    }
}
