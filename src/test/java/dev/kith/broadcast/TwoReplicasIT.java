package dev.kith.broadcast;

import static dev.kith.house.Patience.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.alert.Followed;
import dev.kith.database.OutsideServer;
import dev.kith.house.OwnQuestionnaire;
import dev.kith.house.RunningJar;
import dev.kith.house.Wire;
import dev.kith.house.Worlds;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two processes of the service on one database: what is published or raised on one is there on the other. */
class TwoReplicasIT {
    private static final Duration SOON = Duration.ofSeconds(1);

    /** Long before a stream looks by itself, which it does every ten seconds: two in a row in such a time were told by the other. */
    private static final Duration TOLD = Duration.ofSeconds(4);

    private static final Duration HEALED = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CLINICIAN = "clinician@willow.example";
    private static final String CLIENT = "client@willow.example";

    private static OutsideServer server;
    private static Map<String, String> environment;
    private static RunningJar first;
    private static RunningJar second;
    private static Wire author;
    private static Wire reader;

    @BeforeAll
    static void start() throws Exception {
        server = OutsideServer.ours()
                .with("create role one login createrole password {password}", "create database shared owner one");
        environment = new HashMap<>();
        environment.put("KITH_DB_URL", server.url("shared"));
        environment.put("KITH_DB_USER", "one");
        environment.put("KITH_DB_PASSWORD", OutsideServer.PASSWORD);
        environment.put("KITH_SIGNING_KEY_FILE", server.privateKey().toString());
        environment.put("KITH_DEMO", "true");
        first = RunningJar.on(Files.createTempDirectory("kith-home"), environment);
        second = RunningJar.on(Files.createTempDirectory("kith-home"), environment);
        author = Wire.of("admin@willow.example", first);
        reader = Wire.of(CLINICIAN, second);
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

    @Test
    void whatOneRaisesTheOtherTellsAndGoesOnTellingWhenTheOneWasKilled() throws Exception {
        var clinician = Wire.of(CLINICIAN, second);
        List<String> seen;
        String last;
        try (var onFirst = Followed.at(first.port(), clinician.token(), null);
                var onSecond = Followed.at(second.port(), clinician.token(), null)) {
            onFirst.await(1);
            onSecond.await(1);
            var before = alert(first);
            assertThat(until(TOLD, () -> told(onSecond, "alert.raised", before) == 1))
                    .as("%s", onSecond.seen())
                    .isTrue();
            assertThat(Wire.of(CLINICIAN, first)
                            .send("POST", "/v1/alerts/" + before + "/acknowledgement", Map.of())
                            .status())
                    .isEqualTo(200);
            assertThat(until(TOLD, () -> told(onSecond, "alert.acknowledged", before) == 1))
                    .as("%s", onSecond.seen())
                    .isTrue();
            assertThat(until(HEALED, () -> told(onFirst, "alert.acknowledged", before) == 1))
                    .as("where it was done")
                    .isTrue();
            seen = onFirst.seen().stream().map(Followed.Event::data).toList();
            last = onFirst.seen().get(onFirst.seen().size() - 1).id();
            first.kill();
            assertThat(until(HEALED, onFirst::isOver)).as("cut off").isTrue();
        }
        var missed = alert(second); // while nobody follows
        try (var resumed = Followed.at(second.port(), clinician.token(), last)) {
            assertThat(until(HEALED, () -> told(resumed, "alert.raised", missed) == 1))
                    .as("%s", resumed.seen())
                    .isTrue();
            assertThat(resumed.seen())
                    .as("goes on, and does not begin anew")
                    .noneMatch(event -> event.name().equals("open"))
                    .noneMatch(event -> seen.contains(event.data()));
        }
        startFirstAgain();
    }

    private static void startFirstAgain() throws Exception {
        first = RunningJar.on(Files.createTempDirectory("kith-home"), environment);
        author = Wire.of("admin@willow.example", first);
        assertThat(until(HEALED, () -> connected() == 2)).as("both hear").isTrue();
    }

    private static long told(Followed stream, String what, String alert) {
        return stream.seen().stream()
                .filter(event -> event.name().equals(what) && event.data().contains(alert))
                .count();
    }

    /** A critical answer that this one takes; its alert. */
    private static String alert(RunningJar service) throws IOException {
        var clinician = Wire.of(CLINICIAN, service);
        var client = Wire.of(CLIENT, service);
        var given = clinician.send(
                "POST",
                "/v1/clients/" + client.get("/v1/me").body().path("clientId").asText() + "/assignments",
                Map.of("questionnaire", "phq-9"));
        assertThat(given.status()).isEqualTo(201);
        var task = clinician
                .get("/v1/assignments/" + given.body().path("id").asText() + "/tasks")
                .body()
                .at("/items/0/id")
                .asText();
        var answered = client.send("PUT", "/v1/tasks/" + task + "/response", JSON.readTree(Worlds.CRITICAL));
        assertThat(answered.status()).isEqualTo(201);
        return clinician.all("/v1/alerts?state=open").stream()
                .filter(alert -> alert.path("aboutId").equals(answered.body().path("id")))
                .map(alert -> alert.path("id").asText())
                .findFirst()
                .orElseThrow();
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

    private static int connected() throws SQLException {
        return ask("select count(*) from pg_stat_activity where application_name = 'kith-broadcast'");
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
}
