package dev.kith.idempotency;

import dev.kith.idempotency.Replies.Reply;
import dev.kith.json.Bodies;
import dev.kith.problem.ProblemException;
import dev.kith.security.Callers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Runs the operation and keeps its reply in one transaction. A parallel twin waits at the key's row until the first is
 * committed, then is given the first reply; when the first failed, nothing was kept and the twin runs instead.
 */
@Interceptor
@Idempotent
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class OnceOnly {
    static final String HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{8,128}");

    @Inject
    Callers callers;

    @Inject
    KeptReplies kept;

    @Inject
    Replies replies;

    @Inject
    ContainerRequestContext request;

    @AroundInvoke
    @Nullable
    Object once(InvocationContext call) throws Exception {
        var key = request.getHeaderString(HEADER);
        if (key == null) {
            return call.proceed();
        }
        if (!KEY.matcher(key).matches()) {
            throw ProblemException.invalid("#" + HEADER, "key", "8 to 128 visible ASCII characters.");
        }
        var name = new KeptReplies.Name(
                callers.current().id(),
                call.getMethod().getName() + " " + request.getUriInfo().getPath(),
                key);
        var answer = QuarkusTransaction.requiringNew().call(() -> answered(name, call));
        if (answer.again() != null) {
            throw new ReplyAgain(answer.again()); // after the commit, which keeps on the trail that it was read again
        }
        return answer.result();
    }

    /** What the operation said now, or what was said before. */
    private record Answer(@Nullable Object result, @Nullable Reply again) {}

    private Answer answered(KeptReplies.Name name, InvocationContext call) throws Exception {
        var body = digest();
        if (kept.claim(name, body)) {
            var result = call.proceed();
            kept.keep(name, replies.of(result, call.getMethod()));
            return new Answer(result, null);
        }
        var earlier = kept.require(name);
        if (!Arrays.equals(earlier.requestHash(), body)) {
            throw ProblemException.invalid("#" + HEADER, "key-reused", "This key was used with another body.");
        }
        return new Answer(
                null,
                replies.again(
                        callers.current(),
                        call.getMethod(),
                        earlier.reply(),
                        request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    private byte[] digest() {
        return request.getProperty(Bodies.DIGEST) instanceof byte[] digest ? digest : new byte[0];
    }
}
