package dev.kith.problem;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Puts a problem into its envelope: path, trace id, and when to come again. */
@Singleton
class Replies {
    @Inject
    CurrentVertxRequest request;

    RestResponse<Problem> reply(ProblemException e) {
        var type = e.type();
        var problem = problem(request.getCurrent(), e);
        var reply = RestResponse.ResponseBuilder.<Problem>create(type.status())
                .entity(problem)
                .type(Problem.MEDIA_TYPE);
        if (type == ProblemType.UNAUTHENTICATED) {
            // RFC 9110: a 401 says how to come again
            reply.header(HttpHeaders.WWW_AUTHENTICATE, e.tokenError() == null ? "Bearer" : "Basic realm=\"kith\"");
        }
        var seconds = e.retryAfter();
        return (seconds == null ? reply : reply.header(HttpHeaders.RETRY_AFTER, seconds)).build();
    }

    RestResponse<Problem> reply(ProblemType type) {
        return reply(new ProblemException(type, null));
    }

    static Problem problem(@Nullable RoutingContext call, ProblemException e) {
        var type = e.type();
        var path = call == null ? null : call.request().path();
        var trace = call == null ? null : call.<String>get(Problem.TRACE_ID);
        return new Problem(
                type.uri(),
                type.title(),
                type.status(),
                e.getMessage(),
                path,
                trace,
                e.faults(),
                e.tokenError(),
                null,
                null);
    }
}
