package dev.kith.log;

import dev.kith.idempotency.Anew;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A log for whoever asks again for what they were told of it: without the words that were taken back since. */
@ApplicationScoped
class LogAnew implements Anew<LogView> {
    @Inject
    Reading reading;

    @Override
    public UUID id(LogView reply) {
        return reply.id();
    }

    @Override
    public LogView again(Caller caller, UUID id, @Nullable String language) {
        return reading.read(caller, id);
    }
}
