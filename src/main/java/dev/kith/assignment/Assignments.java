package dev.kith.assignment;

import dev.kith.paging.Cursor;
import dev.kith.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Assignments of the practice. */
@ApplicationScoped
class Assignments implements PanacheRepositoryBase<Assignment, UUID> {
    Assignment require(UUID id) {
        return findByIdOptional(id).orElseThrow(ProblemException::notFound);
    }

    /** Newest first, one more than asked for. */
    List<Assignment> pageOf(UUID clientId, @Nullable Cursor after, int limit) {
        var query = after == null
                ? find("clientId = ?1 order by id desc", clientId)
                : find("clientId = ?1 and id < ?2 order by id desc", clientId, after.uuid(0));
        return query.range(0, limit).list();
    }
}
