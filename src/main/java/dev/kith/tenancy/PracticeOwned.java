package dev.kith.tenancy;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;
import org.hibernate.annotations.SQLRestriction;

/**
 * A row that belongs to one practice: filled in on insert, asked for in every query and every find. A restriction of the mapping and
 * no filter: Hibernate plans whatever is filtered anew each time.
 */
@MappedSuperclass
@SQLRestriction("practice_id = kith_practice()")
public abstract class PracticeOwned {
    @OfCurrentPractice
    @Column(name = "practice_id", nullable = false, updatable = false)
    protected UUID practiceId;
}
