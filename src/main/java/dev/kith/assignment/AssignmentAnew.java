package dev.kith.assignment;

import dev.kith.etag.Etags;
import dev.kith.idempotency.Anew;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** An assignment for whoever asks again for what they were told of it, while they may see it. */
@ApplicationScoped
class AssignmentAnew implements Anew<AssignmentView> {
    @Inject
    Assigning assigning;

    @Override
    public UUID id(AssignmentView reply) {
        return reply.id();
    }

    @Override
    public AssignmentView again(Caller caller, UUID id, @Nullable String language) throws SQLException {
        return assigning.read(caller, id);
    }

    @Override
    public RestResponse<AssignmentView> told(AssignmentView reply, @Nullable String language) {
        return Etags.ok(reply, reply.revision());
    }
}
