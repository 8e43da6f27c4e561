package dev.kith.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Statements;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The walls between practices, asked of PostgreSQL itself. */
@QuarkusTest
class TenancyTest {
    /** Tables that belong to no practice, each with its reason. */
    private static final List<String> OF_NOBODY = List.of(
            "flyway_schema_history", // the schema's own
            "setup_token_use", // before there is a practice
            "sign_in_throttle"); // before a practice is known, and keyed by hashes only

    /** Without both switches and a policy for the practice a table is open to everybody. */
    private static final String OPEN_TABLES = """
        select c.relname from pg_class c
        where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and c.relname <> all (?)
          and not (c.relrowsecurity and c.relforcerowsecurity
                   and exists (select 1 from pg_policy p where p.polrelid = c.oid
                               and (pg_get_expr(p.polqual, p.polrelid) like '%kith_practice()%'
                                    or pg_get_expr(p.polwithcheck, p.polrelid) like '%kith_practice()%')))
        order by c.relname
        """;

    @Inject
    People people;

    @Inject
    Practices practices;

    @Inject
    EntityManager entities;

    @Inject
    AgroalDataSource database;

    @Inject
    Config config;

    private Someone here;
    private UUID client;

    @BeforeEach
    void aClientBehindTheWall() {
        here = people.practice();
        client = people.client(here.practice()).id();
    }

    @Test
    void everyTableIsBehindTheWallOrOnTheShortList() throws SQLException {
        try (var owner = owner()) {
            assertThat(openTables(owner)).isEmpty();
        }
    }

    @Test
    void theQuestionSeesATableThatWasForgotten() throws SQLException {
        try (var owner = owner()) {
            owner.setAutoCommit(false);
            try (var statement = owner.createStatement()) {
                statement.execute("create table forgotten (practice_id uuid not null, id uuid not null)");
                assertThat(openTables(owner)).containsExactly("forgotten");
                statement.execute("alter table forgotten enable row level security");
                assertThat(openTables(owner)).containsExactly("forgotten");
                statement.execute("call kith_wall('forgotten')");
                assertThat(openTables(owner)).isEmpty();
            } finally {
                owner.rollback();
            }
        }
    }

    @Test
    void everyKeyOfAPracticesTableBeginsWithThePractice() throws SQLException {
        var wrong = new ArrayList<String>();
        try (var owner = owner();
                var keys = owner.createStatement().executeQuery("""
                    select c.relname || '.' || i.relname from pg_index x
                    join pg_class i on i.oid = x.indexrelid join pg_class c on c.oid = x.indrelid
                    join pg_attribute a on a.attrelid = c.oid and a.attname = 'practice_id'
                    where c.relnamespace = 'public'::regnamespace and x.indisunique and x.indkey[0] <> a.attnum
                    """)) {
            while (keys.next()) {
                wrong.add(keys.getString(1));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void withoutAPracticeThereAreNoRows() throws SQLException {
        try (var connection = database.getConnection()) {
            assertThat(count(connection)).isZero();
        }
        assertThat(practices.outside(this::countHere)).isZero();
    }

    @Test
    void anotherPracticeSeesNothingByAnyWay() {
        var elsewhere = people.practice().practice();
        assertThat(practices.within(here.practice(), this::countHere)).isEqualTo(1);
        assertThat(practices.within(elsewhere, this::countHere)).isZero();
        assertThat(practices.within(elsewhere, () -> hql())).isZero();
        assertThat(practices.within(here.practice(), () -> hql())).isEqualTo(1);
    }

    @Test
    void aRowCannotBePutIntoAnotherPractice() {
        var elsewhere = people.practice().practice();
        assertThatThrownBy(() -> people.run(
                        elsewhere,
                        "insert into member (practice_id, id, display_name, roles, created_at)"
                                + " values (?, gen_random_uuid(), 'Eve', array['admin'], now())",
                        here.practice()))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void theTrailIsAddedToAndNeverChanged() {
        assertThatThrownBy(() -> people.run(here.practice(), "update audit_entry set action = 'x'"))
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> people.run(here.practice(), "delete from audit_entry"))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void thePoolKeepsNoPracticeAfterCommitOrRollback() throws SQLException {
        practices.within(here.practice(), this::countHere);
        assertThatThrownBy(() -> practices.within(here.practice(), () -> {
                    countHere();
                    throw new IllegalStateException("rolled back");
                }))
                .isInstanceOf(IllegalStateException.class);
        var held = new ArrayList<Connection>();
        try {
            for (var i = 0; i < 10; i++) {
                var connection = database.getConnection();
                held.add(connection);
                assertThat(count(connection)).isZero();
            }
        } finally {
            for (var connection : held) {
                connection.close();
            }
        }
    }

    @Test
    void forgettingToDecideIsLoud() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().call(this::hql))
                .hasStackTraceContaining("No practice was entered");
    }

    @Test
    void hibernateAsksForThePracticeInQueriesAndFinds() {
        var asked = Statements.during(() -> practices.within(here.practice(), () -> {
            hql();
            return entities.find(member(), here.id());
        }));
        assertThat(asked)
                .filteredOn(sql -> sql.contains(" from "))
                .hasSizeGreaterThanOrEqualTo(2)
                .allMatch(sql ->
                        sql.contains("practice_id = kith_practice()") || sql.contains("practice_id=kith_practice()"));
    }

    private Class<?> member() {
        return entities.getMetamodel().getEntities().stream()
                .filter(entity -> entity.getName().equals("Member"))
                .findFirst()
                .orElseThrow()
                .getJavaType();
    }

    private long hql() {
        return entities.createQuery("select count(*) from Client where id = :id", Long.class)
                .setParameter("id", client)
                .getSingleResult();
    }

    private long countHere() throws SQLException {
        try (var connection = database.getConnection()) {
            return count(connection);
        }
    }

    private long count(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select count(*) from client where id = ?")) {
            select.setObject(1, client);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static List<String> openTables(Connection owner) throws SQLException {
        var open = new ArrayList<String>();
        try (var select = owner.prepareStatement(OPEN_TABLES)) {
            select.setArray(1, owner.createArrayOf("text", OF_NOBODY.toArray()));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    open.add(row.getString(1));
                }
            }
        }
        return open;
    }

    private Connection owner() throws SQLException {
        return DriverManager.getConnection(
                config.getValue("quarkus.flyway.jdbc-url", String.class),
                config.getValue("quarkus.flyway.username", String.class),
                config.getValue("quarkus.flyway.password", String.class));
    }
}
