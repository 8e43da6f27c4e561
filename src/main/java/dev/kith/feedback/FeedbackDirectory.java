package dev.kith.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Feedback, for other rooms. Whose it is, is for them to know: they ask for what they found by its client. */
@ApplicationScoped
public class FeedbackDirectory {
    @Inject
    Threads threads;

    /** In the order they were given. */
    public List<FeedbackView> views(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : threads.list("id in ?1 order by givenAt, id", ids).stream()
                        .map(FeedbackView::of)
                        .toList();
    }
}
