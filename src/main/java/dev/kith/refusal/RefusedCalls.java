package dev.kith.refusal;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.problem.Problem;
import dev.kith.problem.ProblemType;
import dev.kith.refusal.KeptBodies.Sent;
import dev.kith.security.Callers;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** After a call was refused, whoever refused it: its transaction is over, and its reply has not left yet. */
@Singleton
class RefusedCalls {
    private static final TypeReference<Map<String, @Nullable Object>> MEMBERS = new TypeReference<>() {};

    @Inject
    Refusals refusals;

    @Inject
    Callers callers;

    @Inject
    ObjectMapper json;

    @ServerResponseFilter
    public void heed(ContainerRequestContext request, ContainerResponseContext reply) {
        if (!(reply.getEntity() instanceof Problem refusal)
                || !Refusals.isHeard(refusal)
                || !(request.getProperty(KeptBodies.SENT) instanceof Sent sent)) {
            return;
        }
        var caller = callers.known();
        var call = caller == null ? null : read(request, sent, refusal);
        if (caller == null || call == null) {
            return;
        }
        var told = refusals.told(sent.heeds(), caller, call, refusal, "");
        reply.setEntity(told.problem());
        reply.setStatus(told.problem().status());
        if (told.retryAfter() != null) {
            reply.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, told.retryAfter());
        }
    }

    /** Null when it is not JSON at all. */
    private @Nullable RefusedCall read(ContainerRequestContext request, Sent sent, Problem refusal) {
        try {
            Map<String, @Nullable Object> body = json.readerFor(MEMBERS)
                    .without(
                            DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                            DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .readValue(sent.body());
            var path = new HashMap<String, String>();
            request.getUriInfo().getPathParameters().forEach((name, values) -> path.put(name, values.get(0)));
            var conflict = refusal.status() == ProblemType.CONFLICT.status();
            var languages = request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
            return body == null ? null : new RefusedCall(body, path, conflict, languages);
        } catch (IOException e) {
            return null;
        }
    }
}
