package dev.kith.tenancy;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Whoever asks Hibernate for rows of a practice has decided which: where nobody did, none would match, and nobody would notice. */
@PersistenceUnitExtension
class PracticeDecided implements StatementInspector {
    @Override
    public String inspect(String sql) {
        if (sql.contains("kith_practice()")) {
            Practices.decided();
        }
        return sql;
    }
}
