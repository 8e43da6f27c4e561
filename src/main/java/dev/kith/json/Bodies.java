package dev.kith.json;

import dev.kith.problem.Order;
import dev.kith.problem.ProblemException;
import dev.kith.problem.ProblemType;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A body has a type, an end and a digest. */
@Provider
@Priority(Order.READABLE)
public class Bodies implements ReaderInterceptor, ContainerRequestFilter {
    /** Bytes of a request body: 1 MiB. */
    public static final int MOST = 1024 * 1024;
    /** Request property: SHA-256 of the raw bytes of the body, as byte[32]; of no bytes when there is no body. */
    public static final String DIGEST = "dev.kith.json.digest";

    @Override
    public void filter(ContainerRequestContext call) {
        call.setProperty(DIGEST, sha256().digest());
        var length = call.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        var body = length != null ? !"0".equals(length) : call.getHeaderString("Transfer-Encoding") != null;
        if (body && call.getMediaType() == null) {
            throw new ProblemException(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Content-Type is missing.");
        }
        if (call.getUriInfo().getRequestUri().getRawSchemeSpecificPart().contains("%00")) {
            throw new ProblemException(ProblemType.MALFORMED, "The address holds a NUL.");
        }
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext call) throws IOException {
        var body = new MeasuredStream(call.getInputStream(), sha256(), MOST);
        call.setInputStream(body);
        try {
            var read = call.proceed();
            if (read == null) {
                throw ProblemException.malformed("", "missing", "a body is needed");
            }
            call.setProperty(DIGEST, body.digestOfAll());
            return read;
        } finally {
            body.end();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
