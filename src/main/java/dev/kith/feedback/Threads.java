package dev.kith.feedback;

import dev.kith.paging.Cursor;
import dev.kith.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Feedback of the practice: by subject, and by client. */
@ApplicationScoped
class Threads implements PanacheRepositoryBase<Feedback, UUID> {
    /** Held, so that of reading and taking back at once the second sees what the first did. */
    Feedback requireHeld(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(ProblemException::notFound);
    }

    /** Whether the care team said something about it that stands. */
    boolean wasBegun(Subject about) {
        return count(column(about) + " = ?1 and memberId is not null and withdrawnAt is null", about.id()) > 0;
    }

    /** As they were written, one more than asked for. */
    List<Feedback> page(Subject about, @Nullable Cursor after, int limit) {
        var of = column(about) + " = ?1";
        var query = after == null
                ? find(of + " order by givenAt, id", about.id())
                : find(
                        of + " and (givenAt, id) > (?2, ?3) order by givenAt, id",
                        about.id(),
                        after.instant(0),
                        after.uuid(1));
        return query.range(0, limit).list();
    }

    /** Newest first, one more than asked for. */
    List<Feedback> page(UUID clientId, @Nullable Cursor after, int limit) {
        var query = after == null
                ? find("clientId = ?1 order by givenAt desc, id desc", clientId)
                : find(
                        "clientId = ?1 and (givenAt, id) < (?2, ?3) order by givenAt desc, id desc",
                        clientId,
                        after.instant(0),
                        after.uuid(1));
        return query.range(0, limit).list();
    }

    private static String column(Subject about) {
        return switch (about.kind()) {
            case RESPONSE -> "responseId";
            case LOG -> "logId";
        };
    }
}
