package dev.kith.feedback;

import dev.kith.log.LogDirectory;
import dev.kith.problem.ProblemException;
import dev.kith.response.ResponseDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Whose each subject is, asked at the door of its room. */
@ApplicationScoped
class Subjects {
    @Inject
    ResponseDirectory responses;

    @Inject
    LogDirectory logs;

    /** A subject, and what must be known of it before anybody says anything about it. */
    record Known(Subject subject, UUID clientId, boolean complete) {}

    /** Who may know of it is for the caller of this to ask. */
    Known require(Subject subject) {
        return find(subject).orElseThrow(ProblemException::notFound);
    }

    private Optional<Known> find(Subject subject) {
        return switch (subject.kind()) {
            case RESPONSE ->
                responses.find(subject.id()).map(found -> new Known(subject, found.clientId(), found.complete()));
            case LOG -> logs.find(subject.id()).map(found -> new Known(subject, found.clientId(), found.complete()));
        };
    }
}
