package dev.kith.webhook;

import dev.kith.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Decides where webhooks may be sent: https, and out on the internet. A name is looked up once for each round of sending, all its
 * addresses are looked at, and the one that was found good is the one that is called, so that a name that changes its mind in
 * between (DNS rebinding) leads nowhere.
 */
@ApplicationScoped
class Targets {
    @Inject
    Names names;

    /** For tests: http, and this machine itself, are let through too. */
    @ConfigProperty(name = "kith.webhooks.loopback", defaultValue = "false")
    boolean loopback;

    /** The address to call, or why there is none; one of the two is null. */
    record Pin(@Nullable InetAddress address, @Nullable Fault fault) {}

    /**
     * What was sent as {@code url}, seen to lead out.
     *
     * @throws ProblemException 422 at /url
     */
    Target require(String url) {
        var target = Target.read(url)
                .orElseThrow(() ->
                        refused("address", "Is to be an address of a host, https://..., without user and fragment."));
        if (!target.secure() && !loopback) {
            throw refused("https", "Is to begin with https://.");
        }
        var fault = pin(target).fault();
        if (fault == Fault.UNKNOWN_HOST) {
            throw refused(fault.code(), "No such host is known.");
        }
        if (fault != null) {
            throw refused(fault.code(), "Leads to an address that is not public.");
        }
        return target;
    }

    Pin pin(Target target) {
        List<InetAddress> found;
        try {
            found = names.of(target.host());
        } catch (UnknownHostException e) {
            return new Pin(null, Fault.UNKNOWN_HOST);
        }
        if (found.isEmpty()) {
            return new Pin(null, Fault.UNKNOWN_HOST);
        }
        var good = found.stream().allMatch(address -> may(target, address));
        return good ? new Pin(found.get(0), null) : new Pin(null, Fault.NOT_PUBLIC);
    }

    private boolean may(Target target, InetAddress address) {
        return loopback && address.isLoopbackAddress() || target.secure() && PublicAddress.is(address);
    }

    private static ProblemException refused(String code, String detail) {
        return ProblemException.invalid("/url", code, detail);
    }
}
