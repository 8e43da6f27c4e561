package dev.kith.response;

import dev.kith.idempotency.Anew;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A response for whoever asks again for what they were told of it, while they may see it. */
@ApplicationScoped
class ResponseAnew implements Anew<ResponseView> {
    @Inject
    Amending responses;

    @Override
    public UUID id(ResponseView reply) {
        return reply.id();
    }

    @Override
    public ResponseView again(Caller caller, UUID id, @Nullable String language) throws SQLException {
        return responses.read(caller, id).seenBy(caller);
    }
}
