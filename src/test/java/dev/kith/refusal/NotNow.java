package dev.kith.refusal;

import dev.kith.log.LogCompleted;
import dev.kith.problem.ProblemException;
import dev.kith.response.ResponseScored;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Cannot store once what a client said, as who looks after alerts sometimes cannot. */
@ApplicationScoped
class NotNow {
    private final Set<UUID> once = ConcurrentHashMap.newKeySet();

    void of(UUID client) {
        once.add(client);
    }

    void logged(@Observes LogCompleted news) {
        hear(news.log().clientId());
    }

    void answered(@Observes ResponseScored news) {
        hear(news.clientId());
    }

    private void hear(UUID client) {
        if (once.remove(client)) {
            throw ProblemException.unavailable("Not just now; send it again.", 1);
        }
    }
}
