package dev.kith.webhook;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Names lead where a test says; other ones where they lead anyway, if they are literals. */
@Alternative
@Priority(1)
@ApplicationScoped
class GivenNames extends Names {
    private final Map<String, List<InetAddress>> given = new ConcurrentHashMap<>();

    void lead(String name, String... addresses) {
        given.put(name, Arrays.stream(addresses).map(GivenNames::literal).toList());
    }

    @Override
    List<InetAddress> of(String host) throws UnknownHostException {
        var known = given.get(host);
        if (known != null) {
            return known;
        }
        if (host.matches("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*|localhost")) {
            return super.of(host);
        }
        throw new UnknownHostException(host);
    }

    static InetAddress literal(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
