package dev.kith.limits;

import dev.kith.problem.Order;
import dev.kith.problem.ProblemException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Sends away at the door what would only wait: too many calls at once, bodies that announce themselves too large, endless addresses and headers. */
@Singleton
public class Admission {
    private static final String PLACE = "kith.place";
    private static final int MOST_BYTES = 1024 * 1024;
    private static final int LONGEST_ADDRESS = 8_000;
    private static final int MOST_IN_HEADERS = 16_000;

    @Inject
    LimitsConfig config;

    @Inject
    CurrentVertxRequest request;

    private final AtomicInteger under = new AtomicInteger();

    void door(@Observes Router router) {
        router.route().order(Order.ADMITTED).handler(this::admit);
        router.route().order(Order.SIZED).handler(Admission::size);
    }

    private void admit(RoutingContext call) {
        if (call.request().path().startsWith("/q/")) {
            call.next();
            return;
        }
        var taken = new AtomicBoolean(true);
        call.put(PLACE, taken);
        call.addEndHandler(ended -> leave(taken));
        if (under.incrementAndGet() > config.inFlight()) {
            call.fail(503, ProblemException.unavailable("Too many calls are under way.", 1));
        } else {
            call.next();
        }
    }

    /** This call goes on for long and works little: it gives its place to others now. Whoever lets it bounds such calls by itself. */
    public void stepAside() {
        var call = request.getCurrent();
        @Nullable AtomicBoolean taken = call == null ? null : call.get(PLACE);
        if (taken != null) {
            leave(taken);
        }
    }

    private void leave(AtomicBoolean taken) {
        if (taken.compareAndSet(true, false)) {
            under.decrementAndGet();
        }
    }

    private static void size(RoutingContext call) {
        var length = call.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (call.request().uri().length() > LONGEST_ADDRESS) {
            refuse(call, "address-too-long", "An address has at most " + LONGEST_ADDRESS + " characters.");
        } else if (inHeaders(call) > MOST_IN_HEADERS) {
            refuse(call, "headers-too-long", "All headers together have at most " + MOST_IN_HEADERS + " characters.");
        } else if (length != null && tooLarge(length)) {
            call.fail(413);
        } else {
            call.next();
        }
    }

    private static void refuse(RoutingContext call, String code, String detail) {
        call.fail(400, ProblemException.malformed("", code, detail));
    }

    private static int inHeaders(RoutingContext call) {
        var all = 0;
        for (var header : call.request().headers()) {
            all += header.getKey().length() + header.getValue().length();
        }
        return all;
    }

    private static boolean tooLarge(String length) {
        return length.length() > 18 || (length.matches("\\d+") && Long.parseLong(length) > MOST_BYTES);
    }
}
