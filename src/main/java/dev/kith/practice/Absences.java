package dev.kith.practice;

import dev.kith.paging.Cursor;
import dev.kith.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Absences of members, past ones too. */
@ApplicationScoped
class Absences implements PanacheRepositoryBase<Absence, UUID> {
    Absence require(UUID memberId, UUID id) {
        return findByIdOptional(id).filter(a -> a.memberId.equals(memberId)).orElseThrow(ProblemException::notFound);
    }

    boolean overlapsAnother(Absence absence) {
        return list("memberId = ?1 and id <> ?2", absence.memberId, absence.id).stream()
                .anyMatch(absence::overlaps);
    }

    /** The latest first, one more than asked for. */
    List<Absence> page(UUID memberId, @Nullable Cursor after, int limit) {
        var query = after == null
                ? find("memberId = ?1 order by fromOn desc, id desc", memberId)
                : find(
                        "memberId = ?1 and (fromOn < ?2 or (fromOn = ?2 and id < ?3)) order by fromOn desc, id desc",
                        memberId,
                        after.date(0),
                        after.uuid(1));
        return query.range(0, limit).list();
    }
}
