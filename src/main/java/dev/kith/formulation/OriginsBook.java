package dev.kith.formulation;

import dev.kith.paging.Cursor;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the practice's clients say of their origins, every revision. */
@ApplicationScoped
class OriginsBook implements PanacheRepositoryBase<OriginsRevision, UUID> {
    /** As it is now; empty where the client has written nothing. */
    Optional<OriginsRevision> findCurrent(UUID client) {
        return find("clientId = ?1 order by revision desc", client).firstResultOptional();
    }

    /** Newest first, one more than asked for. */
    List<OriginsRevision> page(UUID client, @Nullable Cursor after, int limit) {
        var below = after == null ? Integer.MAX_VALUE : (int) after.number(0);
        return find("clientId = ?1 and revision < ?2 order by revision desc", client, below)
                .range(0, limit)
                .list();
    }
}
