package dev.kith.goal;

import dev.kith.tenancy.PracticeOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a goal says; only ever added. */
@Entity
@Table(name = "goal_revision")
class GoalRevision extends PracticeOwned {
    @Id
    UUID id;

    @Column(name = "goal_id", updatable = false)
    UUID goalId;

    @Column(updatable = false)
    int revision;

    /** Since which revision the levels are the same: ratings since then are on them. */
    @Column(name = "levels_since", updatable = false)
    int levelsSince;

    @Column(updatable = false)
    String title;

    @Column(name = "much_less", updatable = false)
    private String muchLess;

    @Column(updatable = false)
    private String less;

    @Column(updatable = false)
    private String expected;

    @Column(updatable = false)
    private String more;

    @Column(name = "much_more", updatable = false)
    private String muchMore;

    @Column(updatable = false)
    short weight;

    /** Where the client was when the goal began, on these levels. */
    @Column(updatable = false)
    short baseline;

    @Column(name = "written_by", updatable = false)
    UUID writtenBy;

    @Column(name = "written_at", updatable = false)
    Instant writtenAt;

    @SuppressWarnings("NullAway") // Hibernate fills it
    protected GoalRevision() {}

    /** The first, whose words are new, or the next. */
    GoalRevision(UUID id, UUID goalId, @Nullable GoalRevision before, Words words, UUID by, Instant now) {
        this.id = id;
        this.goalId = goalId;
        this.revision = before == null ? 1 : before.revision + 1;
        this.levelsSince =
                before != null && before.levels().equals(words.levels()) ? before.levelsSince : this.revision;
        this.title = words.title();
        this.muchLess = words.levels().muchLess();
        this.less = words.levels().less();
        this.expected = words.levels().expected();
        this.more = words.levels().more();
        this.muchMore = words.levels().muchMore();
        this.weight = (short) words.weight();
        this.baseline = (short) words.baseline();
        this.writtenBy = by;
        this.writtenAt = now;
    }

    /** All that makes a revision another one. */
    record Words(String title, GoalLevels levels, int weight, int baseline) {}

    Words words() {
        return new Words(title, levels(), weight, baseline);
    }

    GoalLevels levels() {
        return new GoalLevels(muchLess, less, expected, more, muchMore);
    }
}
