package dev.kith.limits;

import dev.kith.problem.Order;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logmanager.MDC;
import org.jspecify.annotations.Nullable;

/** Where the running request came from, also in a step that has a context of its own; nothing in a job. */
@Singleton
public class RequestOrigin {
    private static final String ADDRESS = "kith.address";
    private static final String AGENT = "kith.agent";
    private static final int LONGEST_AGENT = 200;

    void remember(@Observes Router router) {
        router.route().order(Order.PLACED).handler(RequestOrigin::remember);
    }

    private static void remember(RoutingContext call) {
        var context = Vertx.currentContext();
        var remote = call.request().remoteAddress();
        if (context != null) {
            if (remote != null && remote.hostAddress() != null) {
                context.putLocal(ADDRESS, remote.hostAddress());
            }
            var agent = call.request().getHeader("User-Agent");
            if (agent != null) {
                context.putLocal(AGENT, agent.substring(0, Math.min(agent.length(), LONGEST_AGENT)));
            }
        }
        call.next();
    }

    public @Nullable String requestId() {
        return MDC.get(Naming.REQUEST_ID);
    }

    /** The network address; behind a proxy the one that the proxy names, when Quarkus is told to trust it. */
    public @Nullable String address() {
        return local(ADDRESS);
    }

    /** The User-Agent, cut to 200 characters. */
    public @Nullable String agent() {
        return local(AGENT);
    }

    private static @Nullable String local(String key) {
        var context = Vertx.currentContext();
        return context == null ? null : context.getLocal(key);
    }
}
