package dev.kith.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.house.RunningJar;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator can mend, the service says in one line before it starts anything. */
class RefusalIT {
    @TempDir
    Path directory;

    @Test
    void aTakenPort() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var port = Integer.toString(taken.getLocalPort());
            assertRefused(
                    Map.of("QUARKUS_HTTP_PORT", port),
                    "port " + port + " on 127.0.0.1 is taken or not allowed: set QUARKUS_HTTP_PORT to a free one");
        }
    }

    @Test
    void somethingThatIsNoPort() throws IOException {
        assertRefused(Map.of("QUARKUS_HTTP_PORT", "99999"), "QUARKUS_HTTP_PORT=99999 is not a port");
    }

    @Test
    void aDataDirectoryThatCannotBeMade() throws IOException {
        var file = Files.createFile(directory.resolve("file"));
        assertRefused(Map.of("KITH_DATA_DIR", file + "/data"), "(KITH_DATA_DIR) cannot be written");
    }

    @Test
    void anUnknownVariable() throws IOException {
        assertRefused(Map.of("KITH_DATADIR", "x"), "KITH_DATADIR is not a setting; did you mean KITH_DATA_DIR?");
    }

    @Test
    void anUnknownProperty() throws IOException {
        var ended = RunningJar.refused(directory, Map.of(), "-Dkith.demos=true");
        assertThat(ended.errors())
                .containsExactly("kith: refused to start: kith.demos is not a setting; did you mean kith.demo?");
    }

    @Test
    void aValueThatCannotBe() throws IOException {
        assertRefused(Map.of("KITH_DEMO", "banana"), "KITH_DEMO=banana is to be true or false");
    }

    @Test
    void aDatabaseOfAnotherKind() throws IOException {
        var environment = Map.of(
                "KITH_DB_URL", "jdbc:mysql://x/y",
                "KITH_DB_USER", "u",
                "KITH_DB_PASSWORD", "p",
                "KITH_SIGNING_KEY", "k");
        assertRefused(environment, "KITH_DB_URL is to begin with jdbc:postgresql:");
    }

    @Test
    void aDatabaseWithoutItsPassword() throws IOException {
        var environment = Map.of("KITH_DB_URL", "jdbc:postgresql://x/y", "KITH_DB_USER", "u", "KITH_SIGNING_KEY", "k");
        assertRefused(environment, "with KITH_DB_URL the service needs KITH_DB_PASSWORD");
    }

    @Test
    void aDatabaseNamedToQuarkusBesideUs() throws IOException {
        assertRefused(
                Map.of("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://x/y"),
                "QUARKUS_DATASOURCE_JDBC_URL is not read: set KITH_DB_URL, KITH_DB_USER and KITH_DB_PASSWORD");
    }

    private void assertRefused(Map<String, String> environment, String words) throws IOException {
        var ended = RunningJar.refused(directory, environment);
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.errors())
                .singleElement()
                .asString()
                .startsWith("kith: refused to start: ")
                .contains(words);
    }
}
