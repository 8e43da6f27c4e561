package dev.kith.ladder;

import dev.kith.etag.Etags;
import dev.kith.idempotency.Anew;
import dev.kith.security.Caller;
import dev.kith.words.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A ladder for whoever asks again for what they were told of it, while they may see it. */
@ApplicationScoped
class LadderAnew implements Anew<LadderView> {
    @Inject
    Building ladders;

    @Override
    public UUID id(LadderView reply) {
        return reply.id();
    }

    @Override
    public LadderView again(Caller caller, UUID id, @Nullable String language) {
        return ladders.read(caller, id, language);
    }

    @Override
    public RestResponse<LadderView> told(LadderView reply, @Nullable String language) {
        return Words.in(language).tell(Etags.ok(reply, reply.revision()));
    }
}
