package dev.kith.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What fails before a resource is found still leaves as a problem. */
@Singleton
class Outside {
    private static final Logger LOG = Logger.getLogger(Outside.class);

    @Inject
    ObjectMapper json;

    void failures(@Observes Router router) {
        router.route().order(Order.NAMED).failureHandler(this::failed);
    }

    private void failed(RoutingContext call) {
        if (call.response().headWritten()) {
            call.next();
            return;
        }
        var problem = problem(call.failure(), call.statusCode());
        var response = call.response().setStatusCode(problem.type().status());
        response.putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        var wait = problem.retryAfter();
        if (wait != null) {
            response.putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait));
        }
        if (problem.type() == ProblemType.UNAUTHENTICATED && call.failure() != null) {
            response.putHeader(HttpHeaders.WWW_AUTHENTICATE, SecurityProblems.challenge(call.failure()));
        }
        if (problem.type() == ProblemType.TOO_LARGE && call.request().version() != HttpVersion.HTTP_2) {
            response.putHeader("Connection", "close"); // else the rest of the body is read as the next request
        }
        response.end(write(Replies.problem(call, problem)));
    }

    private static ProblemException problem(@Nullable Throwable failure, int status) {
        if (failure == null) {
            return new ProblemException(ProblemType.of(status), null);
        }
        if (failure instanceof UnauthorizedException || failure instanceof AuthenticationFailedException) {
            return new ProblemException(ProblemType.UNAUTHENTICATED, null);
        }
        var known = Unforeseen.known(failure);
        if (known != null) {
            return known;
        }
        if (status <= 0 || status >= 500) {
            LOG.error(Unforeseen.trail(failure));
        }
        return new ProblemException(ProblemType.of(status <= 0 ? 500 : status), null);
    }

    private String write(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
