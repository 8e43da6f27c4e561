package dev.kith.goal;

import dev.kith.idempotency.Anew;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A rating for whoever gave it and asks again, while they may see its goal. */
@ApplicationScoped
class RatingAnew implements Anew<GoalRatingView> {
    @Inject
    Rating rating;

    @Override
    public UUID id(GoalRatingView reply) {
        return reply.id();
    }

    @Override
    public GoalRatingView again(Caller caller, UUID id, @Nullable String language) {
        return rating.read(caller, id);
    }
}
