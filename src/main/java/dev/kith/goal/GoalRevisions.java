package dev.kith.goal;

import dev.kith.paging.Cursor;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the practice's goals say and said. */
@ApplicationScoped
class GoalRevisions implements PanacheRepositoryBase<GoalRevision, UUID> {
    GoalRevision current(Goal goal) {
        return find("goalId = ?1 and revision = ?2", goal.id, goal.revision).singleResult();
    }

    /** Of each of these goals, the one that counts now. */
    List<GoalRevision> current(Collection<UUID> goals) {
        return list(
                "from GoalRevision r where r.goalId in ?1"
                        + " and r.revision = (select g.revision from Goal g where g.id = r.goalId)",
                goals);
    }

    /** All of these goals, the first first. */
    List<GoalRevision> of(Collection<UUID> goals) {
        return list("goalId in ?1 order by goalId, revision", goals);
    }

    /** Newest first, one more than asked for. */
    List<GoalRevision> page(UUID goal, @Nullable Cursor after, int limit) {
        var below = after == null ? Integer.MAX_VALUE : (int) after.number(0);
        return find("goalId = ?1 and revision < ?2 order by revision desc", goal, below)
                .range(0, limit)
                .list();
    }
}
