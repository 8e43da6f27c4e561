package dev.kith.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import dev.kith.security.Sealing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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

    @Any
    @Inject
    Instance<Anew<?>> readers;

    /**
     * What was said.
     *
     * @param anew the id of what is read again instead of kept; null where the body is kept
     */
    record Reply(
            int status,
            Map<String, String> headers,
            @Nullable String body,
            @Nullable UUID anew) {}

    byte[] of(@Nullable Object result, Method method) throws JsonProcessingException {
        var reply = reply(result, method);
        var said = result instanceof RestResponse<?> response ? response.getEntity() : result;
        return sealing.seal(json.writeValueAsBytes(
                said == null || !isReadAnew(method)
                        ? reply
                        : new Reply(
                                reply.status(),
                                reply.headers(),
                                null,
                                reader(method).id(said))));
    }

    /** What was kept, or what is there now. */
    Reply again(Caller caller, Method method, byte[] kept, @Nullable String language) throws Exception {
        var reply = opened(kept);
        if (reply.anew() == null) {
            return reply;
        }
        var reader = reader(method);
        var said = reader.told(reader.again(caller, reply.anew(), language), language);
        var headers = new LinkedHashMap<>(reply.headers());
        headers.replaceAll((name, was) -> Objects.requireNonNullElse(said.getHeaderString(name), was));
        return new Reply(reply.status(), headers, text(said.getEntity()), null);
    }

    private static boolean isReadAnew(Method method) {
        return method.isAnnotationPresent(RepliesAnew.class);
    }

    @SuppressWarnings("unchecked") // it stands on the method that replies so
    private Anew<Object> reader(Method method) {
        var reader = Objects.requireNonNull(method.getAnnotation(RepliesAnew.class));
        return (Anew<Object>) readers.select(reader.value()).get();
    }

    private Reply reply(@Nullable Object result, Method method) throws JsonProcessingException {
        var headers = new LinkedHashMap<String, String>();
        if (result instanceof RestResponse<?> response) {
            for (var name : response.getHeaders().keySet()) {
                headers.put(name, response.getHeaderString(name));
            }
            return new Reply(response.getStatus(), headers, text(response.getEntity()), null);
        }
        var status = method.getAnnotation(ResponseStatus.class);
        var code = status != null ? status.value() : result == null ? 204 : 200;
        return new Reply(code, headers, text(result), null);
    }

    private @Nullable String text(@Nullable Object body) throws JsonProcessingException {
        return body == null ? null : json.writeValueAsString(body);
    }

    private Reply opened(byte[] kept) throws IOException {
        var plain = sealing.open(kept);
        if (plain == null) {
            throw ProblemException.conflict(
                    "reply-gone", "It was done; its reply can no longer be read. Read the list.");
        }
        return json.readValue(plain, Reply.class);
    }
}
