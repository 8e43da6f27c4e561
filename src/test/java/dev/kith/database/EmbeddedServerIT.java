package dev.kith.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kith.house.Jdks;
import dev.kith.house.RunningJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The service with its own PostgreSQL keeps what was confirmed, whatever is killed. */
class EmbeddedServerIT {
    private static final AtomicInteger MARKS = new AtomicInteger();
    private static Path home;

    @BeforeAll
    static void makeHome() throws IOException {
        home = Homes.fresh();
    }

    @Test
    void aRestartKeepsData() throws Exception {
        try (var service = start()) {
            mark();
            service.terminate();
        }
        try (var service = start()) {
            assertAllMarksAreThere();
        }
    }

    @Test
    void aKilledServiceLeavesAServerThatTheNextOneTakesOver() throws Exception {
        var service = start();
        mark();
        var postmaster = service.postmaster();
        service.kill();
        assertThat(postmaster.isAlive()).isTrue();
        try (var next = start()) {
            assertThat(next.postmaster().pid()).isEqualTo(postmaster.pid());
            assertAllMarksAreThere();
        }
    }

    @Test
    void aKilledPostmasterComesBackUnderTheRunningService() throws Exception {
        try (var service = start()) {
            mark();
            var before = service.postmaster();
            var start = System.nanoTime();
            before.destroyForcibly();
            while (service.readiness() == 200) Pause.millis(5);
            service.awaitReady(Duration.ofSeconds(10));
            var healed = Duration.ofNanos(System.nanoTime() - start);
            System.out.println("healed after a killed postmaster: " + healed.toMillis() + " ms");
            assertThat(healed).isLessThan(Duration.ofSeconds(7));
            assertThat(service.postmaster().pid()).isNotEqualTo(before.pid());
            assertAllMarksAreThere();
        }
    }

    @Test
    void aKilledPostmasterOfAKilledServiceIsClearedAway() throws Exception {
        var service = start();
        mark();
        var postmaster = service.postmaster();
        service.kill();
        postmaster.destroyForcibly();
        try (var next = start()) {
            assertAllMarksAreThere();
        }
    }

    @Test
    void aPidFileThatNamesAStrangerDoesNotStopIt() throws Exception {
        try (var service = start()) {
            mark();
        }
        var file = home.resolve("cluster/postmaster.pid");
        Files.writeString(
                file, ProcessHandle.current().pid() + "\n" + home.resolve("cluster") + "\n1\n29999\n\n127.0.0.1\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        try (var service = start()) {
            assertAllMarksAreThere();
        }
    }

    @Test
    void aSignalEndsTheServiceAndThenItsServer() throws Exception {
        var service = start();
        var postmaster = service.postmaster();
        assertThat(service.terminate()).isEqualTo(143);
        assertThat(isGone(postmaster)).isTrue();
        assertThat(home.resolve("cluster/postmaster.pid")).doesNotExist();
        var ending = service.output().substring(service.output().indexOf("Installed features"));
        assertThat(ending).contains("kith stopped in").doesNotContain("ERROR").doesNotContain("WARN");
        assertThat(Files.readString(home.resolve("postgresql.log"))).contains("database system is shut down");
    }

    @Test
    void aSecondServiceOnTheSameDataIsRefused() throws Exception {
        try (var service = start()) {
            var second = RunningJar.refused(home, Map.of());
            assertThat(second.code()).isEqualTo(1);
            assertThat(second.errors())
                    .singleElement()
                    .asString()
                    .endsWith("the data directory " + home + " (KITH_DATA_DIR) is in use by another service");
            assertThat(service.readiness()).isEqualTo(200);
        }
    }

    @Test
    void aFirstStartUnpacksAndClosesItsDataToOthers() throws Exception {
        var empty = Files.createTempDirectory("kith").resolve("not/yet/there");
        var start = System.nanoTime();
        try (var service = RunningJar.on(empty, Map.of())) {
            System.out.println("first start: "
                    + Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms");
            assertThat(mode(empty)).isEqualTo("rwx------");
            assertThat(mode(empty.resolve("cluster"))).isEqualTo("rwx------");
            assertThat(mode(empty.resolve("passwords.properties"))).isEqualTo("rw-------");
            assertThat(service.errors()).isEmpty();
        }
    }

    @Test
    void aFirstStartThatWasCutOffIsMadeAgain() throws Exception {
        var half = Homes.fresh();
        Files.createDirectories(half.resolve("cluster.new/base"));
        Files.writeString(half.resolve("cluster.new/PG_VERSION"), "18\n");
        RunningJar.on(half, Map.of()).close();
        assertThat(half.resolve("cluster.new")).doesNotExist();
    }

    @Test
    void nothingThatAPersonWroteReachesTheServersLog() throws Exception {
        try (var service = start()) {
            try (var connection = Homes.asOwner(home)) {
                Sql.run(connection, "select 'a secret worry'::int");
            } catch (SQLException expected) {
                assertThat(expected.getMessage()).contains("a secret worry");
            }
            assertThat(Files.readString(home.resolve("postgresql.log"))).doesNotContain("a secret worry");
        }
    }

    @Test
    void itRunsOnALaterJdk() throws Exception {
        var later = Jdks.later();
        assumeTrue(later.isPresent(), "no JDK 21 or later under /usr/lib/jvm or in KITH_TEST_JDK");
        try (var service = RunningJar.with(later.get(), home, Map.of())) {
            assertThat(service.readiness()).isEqualTo(200);
        }
    }

    private static RunningJar start() throws IOException {
        var start = System.nanoTime();
        var service = RunningJar.on(home, Map.of());
        System.out.println(
                "start: " + Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms");
        return service;
    }

    private static void mark() throws IOException, SQLException {
        try (var connection = Homes.asOwner(home)) {
            Sql.run(connection, "create schema if not exists marks");
            Sql.run(connection, "create table if not exists marks.mark (id int primary key)");
            Sql.run(connection, "insert into marks.mark values (" + MARKS.incrementAndGet() + ")");
        }
    }

    private static void assertAllMarksAreThere() throws IOException, SQLException {
        try (var connection = Homes.asOwner(home)) {
            assertThat(Sql.text(connection, "select count(*) from marks.mark")).isEqualTo(MARKS.toString());
        }
    }

    /** Within a moment of dropping its file. Where nobody reaps it, its entry stays but runs nothing. */
    private static boolean isGone(ProcessHandle process) throws IOException {
        for (var tries = 0; tries < 100; tries++) {
            if (!process.isAlive() || process.info().command().isEmpty()) return true;
            Pause.millis(20);
        }
        return false;
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
