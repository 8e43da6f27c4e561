package dev.kith.refusal;

import jakarta.inject.Inject;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Keeps what was sent, for a body that its reader refuses is read by nobody else. Measured before it comes here. */
@Provider
class KeptBodies implements ReaderInterceptor {
    /** Request property: what was sent, and who heeds it. */
    static final String SENT = "dev.kith.refusal.sent";

    @Inject
    Refusals refusals;

    record Sent(Heeds heeds, byte[] body) {}

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext call) throws IOException {
        var heeds = refusals.of(call.getType());
        if (heeds.isPresent()) {
            var body = call.getInputStream().readAllBytes();
            call.setProperty(SENT, new Sent(heeds.get(), body));
            call.setInputStream(new ByteArrayInputStream(body));
        }
        return call.proceed();
    }
}
