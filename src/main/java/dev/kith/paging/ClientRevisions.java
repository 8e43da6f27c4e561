package dev.kith.paging;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every revision of what a client has one of: a {@code clientId}, and a {@code revision} that counts from one. */
public interface ClientRevisions<E> extends PanacheRepositoryBase<E, UUID> {
    /** As it is now; empty where nobody has written any. */
    default Optional<E> findCurrent(UUID client) {
        return find("clientId = ?1 order by revision desc", client).firstResultOptional();
    }

    /** Newest first, one more than asked for. */
    default List<E> page(UUID client, @Nullable Cursor after, int limit) {
        var below = after == null ? Integer.MAX_VALUE : (int) after.number(0);
        return find("clientId = ?1 and revision < ?2 order by revision desc", client, below)
                .range(0, limit)
                .list();
    }
}
