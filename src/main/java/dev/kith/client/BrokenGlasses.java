package dev.kith.client;

import dev.kith.paging.Cursor;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All glass ever broken in the practice. */
@ApplicationScoped
class BrokenGlasses implements PanacheRepositoryBase<BrokenGlass, UUID> {

    /** Newest first, one more than asked for. */
    List<BrokenGlass> page(@Nullable Cursor after, int limit) {
        var query = after == null ? find("order by id desc") : find("id < ?1 order by id desc", after.uuid(0));
        return query.range(0, limit).list();
    }
}
