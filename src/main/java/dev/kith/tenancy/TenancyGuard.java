package dev.kith.tenancy;

import dev.kith.database.RefusedToStart;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.ArrayList;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to serve when the second wall has a hole. */
class TenancyGuard {
    private static final String HOLES = """
        select 'role ' || rolname || ' passes row-level security' from pg_roles
        where rolname = current_user and (rolsuper or rolbypassrls)
        union all
        select 'table ' || c.relname || ' does not force row-level security'
        from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relkind in ('r', 'p') and c.relnamespace = current_schema()::regnamespace
          and a.attname = 'practice_id' and not a.attisdropped
          and not (c.relrowsecurity and c.relforcerowsecurity)
        union all
        select 'table ' || c.relname || ' has no policy on its practice'
        from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relkind in ('r', 'p') and c.relnamespace = current_schema()::regnamespace
          and a.attname = 'practice_id' and not a.attisdropped
          and not exists (select 1 from pg_policy p where p.polrelid = c.oid)
        """;
    private static final String OWNED = """
        select 'table ' || relname || ' belongs to the serving role' from pg_class
        where relkind in ('r', 'p') and relnamespace = current_schema()::regnamespace
          and pg_has_role(current_user, relowner, 'member')
        limit 1
        """;

    @ConfigProperty(name = "kith.db.one-role", defaultValue = "false")
    boolean oneRole;

    void check(@Observes @Priority(1) StartupEvent start, AgroalDataSource database) throws SQLException {
        var holes = new ArrayList<String>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            try (var found = statement.executeQuery(oneRole ? HOLES : HOLES + " union all (" + OWNED + ")")) {
                while (found.next()) {
                    holes.add(found.getString(1));
                }
            }
        }
        if (!holes.isEmpty()) {
            throw new RefusedToStart("Refusing to serve: " + String.join("; ", holes));
        }
    }
}
