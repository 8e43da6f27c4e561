package dev.kith.tenancy;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.FilterDef;
import org.hibernate.annotations.ParamDef;

/** A row that belongs to one practice: filled in on insert, asked for in every query. */
@MappedSuperclass
@FilterDef(
        name = "own_practice",
        autoEnabled = true,
        applyToLoadByKey = true,
        parameters = @ParamDef(name = "practice", type = UUID.class, resolver = PracticeOwned.Now.class))
@Filter(name = "own_practice", condition = "practice_id = :practice")
public abstract class PracticeOwned {
    @OfCurrentPractice
    @Column(name = "practice_id", nullable = false, updatable = false)
    protected UUID practiceId;

    /** The practice of the running transaction, for Hibernate's filter. */
    public static class Now implements Supplier<UUID> {
        @Override
        public UUID get() {
            return Practices.decided();
        }
    }
}
