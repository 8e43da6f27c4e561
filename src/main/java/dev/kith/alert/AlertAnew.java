package dev.kith.alert;

import dev.kith.idempotency.Anew;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An alert for whoever asks again for what they were told of it, while they may see it. */
@ApplicationScoped
class AlertAnew implements Anew<AlertView> {
    @Inject
    Attending attending;

    @Override
    public UUID id(AlertView reply) {
        return reply.id();
    }

    @Override
    public AlertView again(Caller caller, UUID id, @Nullable String language) throws SQLException {
        return attending.read(caller, id);
    }
}
