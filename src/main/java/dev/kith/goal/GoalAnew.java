package dev.kith.goal;

import dev.kith.etag.Etags;
import dev.kith.idempotency.Anew;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A goal for whoever asks again for what they were told of it, while they may see it. */
@ApplicationScoped
class GoalAnew implements Anew<GoalView> {
    @Inject
    Pursuing goals;

    @Override
    public UUID id(GoalView reply) {
        return reply.id();
    }

    @Override
    public GoalView again(Caller caller, UUID id, @Nullable String language) {
        return goals.read(caller, id);
    }

    @Override
    public RestResponse<GoalView> told(GoalView reply, @Nullable String language) {
        return Etags.ok(reply, reply.version());
    }
}
