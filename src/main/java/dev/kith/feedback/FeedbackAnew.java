package dev.kith.feedback;

import dev.kith.idempotency.Anew;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message for whoever asks again for what they were told of it: without its text when it was taken back since. */
@ApplicationScoped
class FeedbackAnew implements Anew<FeedbackView> {
    @Inject
    Replying replying;

    @Override
    public UUID id(FeedbackView reply) {
        return reply.id();
    }

    @Override
    public FeedbackView again(Caller caller, UUID id, @Nullable String language) {
        return replying.see(caller, id);
    }
}
