package dev.kith.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Responses, for other rooms. Who may know of one is for them to ask, by its client. */
@ApplicationScoped
public class ResponseDirectory {
    @Inject
    Responses responses;

    /**
     * A response, without what it says.
     *
     * @param complete whether it is more than a draft
     */
    public record Known(UUID id, UUID clientId, boolean complete) {}

    public Optional<Known> find(UUID id) {
        return responses
                .findByIdOptional(id)
                .map(response -> new Known(response.id, response.clientId, response.isComplete()));
    }
}
