package dev.kith.ladder;

import dev.kith.paging.Cursor;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tries on the practice's ladders. */
@ApplicationScoped
class RungAttempts implements PanacheRepositoryBase<RungAttempt, UUID> {
    private static final String THAT_COUNT = " and a.counts and not exists (select 1 from RungAttempt later"
            + " where later.logId = a.logId and later.logRevision > a.logRevision)";

    /** Of these ladders, those that count: of one log, the newest revision, where that leaves no doubt of the rung. */
    List<RungAttempt> of(Collection<UUID> ladders) {
        return find("from RungAttempt a where a.ladderId in ?1" + THAT_COUNT, ladders)
                .list();
    }

    /** What a log told of before, the newest first. */
    List<RungAttempt> ofLog(UUID log) {
        return list("logId = ?1 order by logRevision desc", log);
    }

    /** All that was ever told, newest first, one more than asked for. */
    List<RungAttempt> pageOf(UUID ladder, @Nullable Cursor after, int limit) {
        var query = after == null
                ? find("ladderId = ?1 order by triedAt desc, id desc", ladder)
                : find(
                        "ladderId = ?1 and (triedAt, id) < (?2, ?3) order by triedAt desc, id desc",
                        ladder,
                        after.instant(0),
                        after.uuid(1));
        return query.range(0, limit).list();
    }
}
