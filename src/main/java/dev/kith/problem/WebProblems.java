package dev.kith.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Our own failures, and those the framework finds: no such path, method, media type. */
@Singleton
class WebProblems {
    private static final List<String> KEPT =
            List.of(HttpHeaders.ALLOW, HttpHeaders.RETRY_AFTER, HttpHeaders.WWW_AUTHENTICATE);

    @Inject
    Replies replies;

    @Inject
    JsonProblems json;

    @Inject
    Allowed allowed;

    @Inject
    CurrentVertxRequest request;

    @ServerExceptionMapper
    RestResponse<Problem> own(ProblemException e) {
        return replies.reply(e);
    }

    @ServerExceptionMapper
    RestResponse<Problem> web(WebApplicationException e) {
        if (e.getCause() instanceof ProblemException own) {
            return own(own); // a converter's: the framework wraps it as a 404
        }
        if (e.getCause() instanceof JsonProcessingException cause) {
            return json.json(cause);
        }
        var type = ProblemType.of(e.getResponse().getStatus());
        var reply = replies.reply(type);
        for (var header : KEPT) {
            var value = e.getResponse().getHeaderString(header);
            if (value != null) {
                reply.getHeaders().putSingle(header, value);
            }
        }
        if (type == ProblemType.METHOD_NOT_ALLOWED && request.getCurrent() != null) {
            reply.getHeaders()
                    .putSingle(
                            HttpHeaders.ALLOW,
                            allowed.at(request.getCurrent().request().path()));
        }
        return reply;
    }
}
