package dev.kith.safety;

import dev.kith.paging.ClientRevisions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Safety plans of the practice's clients, every revision. */
@ApplicationScoped
class SafetyPlans implements ClientRevisions<SafetyPlanRevision> {
    /** As it is now; an empty one where nobody has written any. */
    SafetyPlanView current(UUID client) {
        return findCurrent(client).map(SafetyPlanRevision::view).orElseGet(() -> SafetyPlanView.none(client));
    }
}
