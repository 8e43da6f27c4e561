package dev.kith.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** Looks names up, by what the machine is set to ask. Waits for as long as that does. */
@ApplicationScoped
class Names {
    List<InetAddress> of(String host) throws UnknownHostException {
        return Arrays.asList(InetAddress.getAllByName(host));
    }
}
