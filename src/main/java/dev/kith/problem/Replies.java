package dev.kith.problem;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Puts a problem into its envelope: path, trace id, and when to come again. */
@Singleton
class Replies {
    @Inject
    CurrentVertxRequest request;

    RestResponse<Problem> reply(ProblemException e) {
        return reply(e.type(), e.getMessage(), e.faults(), e.retryAfter());
    }

    RestResponse<Problem> reply(ProblemType type) {
        return reply(type, null, null, null);
    }

    RestResponse<Problem> reply(
            ProblemType type,
            @Nullable String detail,
            @Nullable List<Problem.Fault> faults,
            @Nullable Integer retryAfter) {
        var problem = problem(request.getCurrent(), type, detail, faults);
        var reply = RestResponse.ResponseBuilder.<Problem>create(type.status())
                .entity(problem)
                .type(Problem.MEDIA_TYPE);
        if (type == ProblemType.UNAUTHENTICATED) {
            reply.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer"); // RFC 9110: a 401 says how to come again
        }
        var seconds = retryAfter != null ? retryAfter : usualWait(type);
        return (seconds == null ? reply : reply.header(HttpHeaders.RETRY_AFTER, seconds)).build();
    }

    static Problem problem(
            @Nullable RoutingContext call,
            ProblemType type,
            @Nullable String detail,
            @Nullable List<Problem.Fault> faults) {
        var path = call == null ? null : call.request().path();
        var trace = call == null ? null : call.<String>get(Problem.TRACE_ID);
        return new Problem(type.uri(), type.title(), type.status(), detail, path, trace, faults);
    }

    /** Seconds to wait where nobody said: for a bucket to drip, for a database to come back. */
    static @Nullable Integer usualWait(ProblemType type) {
        return switch (type) {
            case TOO_MANY_REQUESTS -> 1;
            case UNAVAILABLE -> 2;
            default -> null;
        };
    }
}
