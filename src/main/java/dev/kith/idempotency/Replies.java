package dev.kith.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.problem.ProblemException;
import dev.kith.security.Sealing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A reply as it is kept: status, the headers that a caller needs, and the body; sealed, for it may hold a secret. */
@ApplicationScoped
class Replies {
    @Inject
    ObjectMapper json;

    @Inject
    Sealing sealing;

    /** What was said. */
    record Reply(
            int status,
            Map<String, String> headers,
            @Nullable String body) {}

    byte[] of(@Nullable Object result, Method method) throws JsonProcessingException {
        return sealing.seal(json.writeValueAsBytes(reply(result, method)));
    }

    private Reply reply(@Nullable Object result, Method method) throws JsonProcessingException {
        var headers = new LinkedHashMap<String, String>();
        if (result instanceof RestResponse<?> response) {
            for (var name : response.getHeaders().keySet()) {
                headers.put(name, response.getHeaderString(name));
            }
            return new Reply(response.getStatus(), headers, text(response.getEntity()));
        }
        var status = method.getAnnotation(ResponseStatus.class);
        var code = status != null ? status.value() : result == null ? 204 : 200;
        return new Reply(code, headers, text(result));
    }

    private @Nullable String text(@Nullable Object body) throws JsonProcessingException {
        return body == null ? null : json.writeValueAsString(body);
    }

    Reply opened(byte[] kept) throws IOException {
        var plain = sealing.open(kept);
        if (plain == null) {
            throw ProblemException.conflict(
                    "reply-gone", "It was done; its reply can no longer be read. Read the list.");
        }
        return json.readValue(plain, Reply.class);
    }
}
