package dev.kith.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.database.OutsideServer;
import dev.kith.house.OwnQuestionnaire;
import dev.kith.house.RunningJar;
import dev.kith.house.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two processes of the service on one database: what is published on one is there on the other. */
class TwoReplicasIT {
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration HEALED = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static OutsideServer server;
    private static RunningJar first;
    private static RunningJar second;
    private static Wire author;
    private static Wire reader;

    @BeforeAll
    static void start() throws Exception {
        server = OutsideServer.ours()
                .with("create role one login createrole password {password}", "create database shared owner one");
        var environment = new HashMap<String, String>();
        environment.put("KITH_DB_URL", server.url("shared"));
        environment.put("KITH_DB_USER", "one");
        environment.put("KITH_DB_PASSWORD", OutsideServer.PASSWORD);
        environment.put("KITH_SIGNING_KEY_FILE", server.privateKey().toString());
        environment.put("KITH_DEMO", "true");
        first = RunningJar.on(Files.createTempDirectory("kith-home"), environment);
        second = RunningJar.on(Files.createTempDirectory("kith-home"), environment);
        author = Wire.of("admin@willow.example", first);
        reader = Wire.of("clinician@willow.example", second);
    }

    @AfterAll
    static void stop() throws IOException {
        for (var one : new AutoCloseable[] {second, first, server}) {
            try {
                if (one != null) one.close();
            } catch (Exception e) {
                throw new IOException(e);
            }
        }
    }

    @Test
    void whatOnePublishesAndRetiresTheOtherSeesWithinASecond() throws Exception {
        draft("evening");
        assertThat(status("evening")).isEqualTo(404);
        publish("evening");
        assertThat(until(SOON, () -> status("evening") == 200)).isTrue();
        assertThat(author.send("POST", OwnQuestionnaire.path("evening", 1) + "/retirement", Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(until(SOON, () -> status("evening") == 404)).isTrue();
    }

    @Test
    void aKilledListenerHearsAgainAndMissesNothing() throws Exception {
        for (var key : new String[] {"noon", "night"}) {
            draft(key);
            assertThat(status(key)).isEqualTo(404);
        }
        assertThat(killListeners()).isEqualTo(2);
        publish("noon"); // while nobody may hear
        assertThat(until(HEALED, () -> status("noon") == 200)).isTrue();
        assertThat(until(HEALED, () -> listeners() == 2)).isTrue();
        publish("night");
        assertThat(until(SOON, () -> status("night") == 200)).isTrue();
    }

    private static int status(String key) throws IOException {
        return reader.get("/v1/questionnaires/" + key).status();
    }

    private static void draft(String key) throws IOException {
        var written = JSON.readTree(OwnQuestionnaire.json(key));
        assertThat(author.send("POST", "/v1/questionnaires", written).status()).isEqualTo(201);
    }

    private static void publish(String key) throws IOException {
        var change = Map.of("change", "substantive");
        assertThat(author.send("POST", OwnQuestionnaire.path(key, 1) + "/publication", change)
                        .status())
                .isEqualTo(200);
    }

    private static int killListeners() throws SQLException {
        return ask(
                "select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = 'kith-broadcast'");
    }

    /** Those that wait, having said what for. */
    private static int listeners() throws SQLException {
        return ask("""
            select count(*) from pg_stat_activity
            where application_name = 'kith-broadcast' and state = 'idle' and lower(query) like 'listen%'
            """);
    }

    private static int ask(String sql) throws SQLException {
        try (var connection = server.connect("postgres", "super");
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }

    private interface Look {
        boolean seen() throws Exception;
    }

    private static boolean until(Duration patience, Look look) throws Exception {
        var end = System.nanoTime() + patience.toNanos();
        do {
            if (look.seen()) return true;
            Thread.sleep(10);
        } while (System.nanoTime() < end);
        return false;
    }
}
