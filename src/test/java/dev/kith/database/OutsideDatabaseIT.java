package dev.kith.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kith.house.RunningJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The service on a database that the operator runs, with as few or as many roles as the operator has. */
class OutsideDatabaseIT {
    private static OutsideServer server;

    @BeforeAll
    static void startServer() throws Exception {
        server = OutsideServer.ours()
                .with(
                        "create role one_owner login password {password}",
                        "create database plain owner one_owner",
                        "create role maker login createrole password {password}",
                        "create database made owner maker",
                        "create role x_owner login password {password}",
                        "create role x_app login password {password}",
                        "create role x_reader nologin",
                        "create database apart owner x_owner",
                        "create role hasty login password {password}",
                        "alter role hasty set synchronous_commit = off",
                        "create database hasty owner hasty",
                        "create database super");
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
    }

    @Test
    void aSuperuserMigratesAndServesAsARoleOfLess() throws Exception {
        assertServesAs(server, "super", "super", "super_app");
        assertServesAs(server, "super", "super", "super_app");
    }

    @Test
    void anAccountThatMayMakeRolesMakesItsServingRole() throws Exception {
        assertServesAs(server, "made", "maker", "maker_app");
    }

    @Test
    void anOwnerWithoutSuchRightsServesAndIsTold() throws Exception {
        try (var service = RunningJar.on(home(), account(server, "plain", "one_owner"))) {
            assertThat(service.output())
                    .containsOnlyOnce("to separate the roles, name the owner in KITH_DB_OWNER_USER");
        }
    }

    @Test
    void anOwnerAndAServingRoleStayApart() throws Exception {
        var environment = account(server, "apart", "x_app");
        environment.putAll(Map.of(
                "KITH_DB_OWNER_USER", "x_owner",
                "KITH_DB_OWNER_PASSWORD", OutsideServer.PASSWORD,
                "KITH_DB_READER", "x_reader"));
        assertStarts(environment);
    }

    @Test
    void itRunsOnPostgres15() throws Exception {
        var programs = Path.of("/usr/lib/postgresql/15/bin");
        assumeTrue(Files.isDirectory(programs), "PostgreSQL 15 is not installed here");
        try (var older = OutsideServer.of(programs)
                .with("create role maker login createrole password {password}", "create database made owner maker")) {
            assertServesAs(older, "made", "maker", "maker_app");
            assertServesAs(older, "postgres", "super", "super_app");
        }
    }

    @Test
    void wrongPasswordsAndSilentDatabasesAreRefusedInOneLine() throws Exception {
        var wrong = account(server, "made", "maker");
        wrong.put("KITH_DB_PASSWORD", "another");
        assertRefused(wrong, "the database refuses the user or the password");
        var silent = account(server, "made", "maker");
        silent.put("KITH_DB_URL", "jdbc:postgresql://127.0.0.1:" + RunningJar.freePort() + "/made");
        assertRefused(silent, "the database at KITH_DB_URL does not answer");
        var missing = account(server, "nowhere", "maker");
        assertRefused(missing, "the database named in KITH_DB_URL does not exist");
    }

    @Test
    void aDatabaseThatMayLoseDataIsRefused() throws Exception {
        assertRefused(account(server, "hasty", "hasty"), "set synchronous_commit = on");
    }

    @Test
    void aServingRoleThatPassesTheWallsIsRefused() throws Exception {
        var environment = account(server, "apart", "super");
        environment.putAll(Map.of("KITH_DB_OWNER_USER", "x_owner", "KITH_DB_OWNER_PASSWORD", OutsideServer.PASSWORD));
        assertRefused(environment, "name two roles that are apart");
    }

    @Test
    void anAccountWithoutRightsInTheDatabaseIsRefused() throws Exception {
        assertRefused(account(server, "apart", "maker"), "may not create tables");
    }

    @Test
    void withoutASigningKeyItIsRefused() throws Exception {
        var environment = account(server, "made", "maker");
        environment.remove("KITH_SIGNING_KEY_FILE");
        assertRefused(environment, "set KITH_SIGNING_KEY_FILE");
    }

    private static void assertServesAs(OutsideServer server, String database, String user, String role)
            throws Exception {
        var access = new OutsideDatabase(server.url(database), new Account(user, OutsideServer.PASSWORD), null, null)
                .prepare();
        try (var connection = access.serve()) {
            assertThat(Sql.text(connection, "select current_user")).isEqualTo(role);
            Sql.run(connection, "reset all");
            Sql.run(connection, "reset role");
            assertThat(Sql.text(connection, "select current_user")).isEqualTo(role);
        }
        assertStarts(account(server, database, user));
    }

    private static void assertStarts(Map<String, String> environment) throws IOException {
        try (var service = RunningJar.on(home(), environment)) {
            assertThat(service.output()).doesNotContain(OutsideServer.PASSWORD).doesNotContain("jdbc:postgresql");
            assertThat(service.errors()).isEmpty();
        }
    }

    private static Map<String, String> account(OutsideServer server, String database, String user) throws IOException {
        var environment = new HashMap<String, String>();
        environment.put("KITH_DB_URL", server.url(database));
        environment.put("KITH_DB_USER", user);
        environment.put("KITH_DB_PASSWORD", OutsideServer.PASSWORD);
        environment.put("KITH_SIGNING_KEY_FILE", server.privateKey().toString());
        return environment;
    }

    private static void assertRefused(Map<String, String> environment, String words) throws IOException {
        var ended = RunningJar.refused(home(), environment);
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.errors()).singleElement().asString().contains(words).doesNotContain("127.0.0.1");
    }

    private static Path home() throws IOException {
        return Files.createTempDirectory("kith-home");
    }
}
