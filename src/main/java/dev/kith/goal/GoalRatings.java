package dev.kith.goal;

import dev.kith.paging.Cursor;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ratings on the practice's goals. */
@ApplicationScoped
class GoalRatings implements PanacheRepositoryBase<GoalRating, UUID> {
    boolean isRated(UUID goal) {
        return count("goalId", goal) > 0;
    }

    /** How often somebody has said anything since then. */
    long toldSince(UUID teller, Instant from) {
        return count("toldBy = ?1 and toldAt >= ?2", teller, from);
    }

    /** Of each of these goals, what each author saw last on the levels that count now. */
    List<GoalRating> latest(Collection<UUID> goals) {
        return list("""
                from GoalRating r where r.goalId in ?1
                  and r.revision >= (select v.levelsSince from GoalRevision v, Goal g
                                     where g.id = r.goalId and v.goalId = g.id and v.revision = g.revision)
                  and not exists (select 1 from GoalRating later
                                  where later.goalId = r.goalId and later.author = r.author
                                    and later.revision >= (select v.levelsSince from GoalRevision v, Goal g
                                                           where g.id = r.goalId and v.goalId = g.id
                                                             and v.revision = g.revision)
                                    and (later.ratedAt, later.id) > (r.ratedAt, r.id))
                """, goals);
    }

    /** Up to that moment, in time. */
    List<GoalRating> until(Collection<UUID> goals, Instant moment) {
        return list("goalId in ?1 and ratedAt <= ?2 order by ratedAt, id", goals, moment);
    }

    /** Newest first, one more than asked for. */
    List<GoalRating> page(UUID goal, @Nullable Cursor after, int limit) {
        var query = after == null
                ? find("goalId = ?1 order by ratedAt desc, id desc", goal)
                : find(
                        "goalId = ?1 and (ratedAt, id) < (?2, ?3) order by ratedAt desc, id desc",
                        goal,
                        after.instant(0),
                        after.uuid(1));
        return query.range(0, limit).list();
    }
}
