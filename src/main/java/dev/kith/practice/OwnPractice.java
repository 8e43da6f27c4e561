package dev.kith.practice;

import dev.kith.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The one practice that this transaction is in. */
@ApplicationScoped
class OwnPractice implements PanacheRepositoryBase<Practice, UUID> {
    private static final String OWN = "select * from practice where id = kith_practice()";
    private static final String ZONE_IS_KNOWN = "select exists (select 1 from pg_timezone_names where name = :zone)";

    Practice current() {
        return (Practice)
                getEntityManager().createNativeQuery(OWN, Practice.class).getSingleResult();
    }

    /** PostgreSQL reckons days in this zone (kith_caseload), so it must know it as well as Java does. */
    void requireKnownZone(String zone) {
        var known = getEntityManager()
                .createNativeQuery(ZONE_IS_KNOWN, Boolean.class)
                .setParameter("zone", zone)
                .getSingleResult();
        if (!known.equals(Boolean.TRUE)) {
            throw ProblemException.invalid("/timeZone", "zone-name", "is not a time zone that the database knows");
        }
    }
}
