package dev.kith.house;

import dev.kith.tenancy.Practices;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Every row that a practice has, but for its trail. */
@ApplicationScoped
public class Rows {
    private static final String TABLES = """
        select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relkind in ('r', 'p') and c.relnamespace = current_schema()::regnamespace
          and a.attname = 'practice_id' and not a.attisdropped
          and c.relname not in ('audit_entry', 'idempotency_key')
        order by 1
        """;
    private static final String SUM = """
        select count(*) || ' ' || coalesce(md5(string_agg(t::text, chr(10) order by t::text)), '') from %s t
        where practice_id = kith_practice()
        """;

    @Inject
    Practices practices;

    @Inject
    AgroalDataSource database;

    /** By table: how many, and a checksum of what they say. */
    public Map<String, String> of(UUID practice) {
        return practices.within(practice, () -> {
            var sums = new TreeMap<String, String>();
            for (var table : ask(TABLES)) {
                sums.put(table, ask(SUM.formatted(table)).get(0));
            }
            return sums;
        });
    }

    /** The tables of the practice that hold this text anywhere, its trail too; what POSTs were told is kept for them alone. */
    public Set<String> holding(UUID practice, String text) {
        return practices.within(practice, () -> {
            var holding = new TreeSet<String>();
            for (var table : ask(TABLES.replace("'audit_entry', ", ""))) {
                var found = ask("select 1 from %s t where t::text like '%%%s%%' limit 1".formatted(table, text));
                if (!found.isEmpty()) {
                    holding.add(table);
                }
            }
            return holding;
        });
    }

    private List<String> ask(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        }
    }
}
