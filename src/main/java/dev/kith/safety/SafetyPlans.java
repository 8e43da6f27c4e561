package dev.kith.safety;

import dev.kith.paging.Cursor;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Safety plans of the practice's clients, every revision. */
@ApplicationScoped
class SafetyPlans implements PanacheRepositoryBase<SafetyPlanRevision, UUID> {
    /** As it is now; an empty one where nobody has written any. */
    SafetyPlanView current(UUID client) {
        return find("clientId = ?1 order by revision desc", client)
                .firstResultOptional()
                .map(SafetyPlanRevision::view)
                .orElseGet(() -> SafetyPlanView.none(client));
    }

    /** Newest first, one more than asked for. */
    List<SafetyPlanRevision> page(UUID client, @Nullable Cursor after, int limit) {
        var below = after == null ? Integer.MAX_VALUE : (int) after.number(0);
        return find("clientId = ?1 and revision < ?2 order by revision desc", client, below)
                .range(0, limit)
                .list();
    }
}
