package dev.kith.practice;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The one practice that this transaction is in. */
@ApplicationScoped
class OwnPractice implements PanacheRepositoryBase<Practice, UUID> {
    private static final String OWN = "select * from practice where id = kith_practice()";

    Practice current() {
        return (Practice)
                getEntityManager().createNativeQuery(OWN, Practice.class).getSingleResult();
    }
}
