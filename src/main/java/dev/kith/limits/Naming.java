package dev.kith.limits;

import dev.kith.problem.Order;
import dev.kith.problem.Problem;
import dev.kith.time.Ids;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Names each call: the trace of the app that made it (W3C traceparent), or one of our own, and a request id. */
@Singleton
class Naming {
    static final String REQUEST_ID = "requestId";
    private static final Pattern TRACEPARENT =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");

    void first(@Observes Router router) {
        router.route().order(Order.NAMED).handler(this::name);
    }

    private void name(RoutingContext call) {
        var request = Ids.next().toString();
        var trace = trace(call.request().getHeader("traceparent"), request);
        call.put(Problem.TRACE_ID, trace);
        MDC.put(Problem.TRACE_ID, trace);
        MDC.put(REQUEST_ID, request);
        var headers = call.response().headers();
        headers.set("X-Request-Id", request);
        headers.set("X-Content-Type-Options", "nosniff");
        if (!call.request().path().startsWith("/q/")) {
            headers.set("Cache-Control", "no-store"); // what is in care belongs in no shared cache
        }
        call.next();
    }

    static String trace(@Nullable String traceparent, String request) {
        if (traceparent != null && traceparent.length() <= 200) {
            var matcher = TRACEPARENT.matcher(traceparent);
            if (matcher.matches()) {
                return matcher.group(1);
            }
        }
        return request.replace("-", "");
    }
}
