package dev.kith.ladder;

import dev.kith.ladder.LadderCourse.TryFact;
import dev.kith.log.LoggedWork;
import dev.kith.tenancy.PracticeOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One try of one rung; only ever added. */
@Entity
@Table(name = "rung_attempt")
class RungAttempt extends PracticeOwned {
    @Id
    UUID id;

    @Column(name = "ladder_id", updatable = false)
    UUID ladderId;

    @Column(name = "rung_id", updatable = false)
    UUID rungId;

    @Column(name = "log_id", updatable = false)
    @Nullable
    UUID logId;

    @Column(name = "log_revision", updatable = false)
    @Nullable
    Integer logRevision;

    /** Which rung the log said, counted from the bottom as the ladder was then. */
    @Column(name = "rung_number", updatable = false)
    @Nullable
    Integer rungNumber;

    /** False: the log was corrected, and what it says now leaves open which rung was meant. */
    @Column(updatable = false)
    boolean counts = true;

    @Column(updatable = false)
    int predicted;

    @Column(updatable = false)
    @Nullable
    Integer met;

    /** How sure of a no, in percent. */
    @Column(updatable = false)
    @Nullable
    Integer expectation;

    @Column(updatable = false)
    String outcome;

    @Column(name = "stop_rule_used", updatable = false)
    boolean stopRuleUsed;

    @Column(name = "tried_at", updatable = false)
    Instant triedAt;

    @Column(name = "told_at", updatable = false)
    Instant toldAt;

    @Column(name = "told_by", updatable = false)
    UUID toldBy;

    @SuppressWarnings("NullAway") // Hibernate fills it
    protected RungAttempt() {}

    RungAttempt(UUID id, Rung rung, Told told, Instant triedAt, Instant toldAt, UUID toldBy) {
        this.id = id;
        this.ladderId = rung.ladderId;
        this.rungId = rung.id;
        this.predicted = told.predicted() == null ? rung.predicted : told.predicted();
        this.met = told.met();
        this.expectation = told.expectation();
        this.outcome = told.outcome();
        this.stopRuleUsed = told.stopRuleUsed();
        this.triedAt = triedAt;
        this.toldAt = toldAt;
        this.toldBy = toldBy;
    }

    RungAttempt toldBy(LoggedWork log, @Nullable Integer number) {
        logId = log.id();
        logRevision = log.revision();
        rungNumber = number;
        return this;
    }

    RungAttempt notCounting() {
        counts = false;
        return this;
    }

    /**
     * What is told of a try.
     *
     * @param predicted null: as the rung says
     * @param met the highest distress; null when there was none to meet
     */
    record Told(
            @Nullable Integer predicted,
            @Nullable Integer met,
            @Nullable Integer expectation,
            String outcome,
            boolean stopRuleUsed) {}

    TryFact fact() {
        return new TryFact(id, rungId, triedAt, met, outcome, stopRuleUsed);
    }
}
