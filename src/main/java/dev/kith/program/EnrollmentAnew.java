package dev.kith.program;

import dev.kith.etag.Etags;
import dev.kith.idempotency.Anew;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** An enrolment for whoever asks again for what they were told of it, while they may see it. */
@ApplicationScoped
class EnrollmentAnew implements Anew<EnrollmentView> {
    @Inject
    Enrolling enrolling;

    @Override
    public UUID id(EnrollmentView reply) {
        return reply.id();
    }

    @Override
    public EnrollmentView again(Caller caller, UUID id, @Nullable String language) throws SQLException {
        return enrolling.read(caller, id, language);
    }

    @Override
    public RestResponse<EnrollmentView> told(EnrollmentView reply, @Nullable String language) {
        return Etags.ok(reply, reply.revision());
    }
}
