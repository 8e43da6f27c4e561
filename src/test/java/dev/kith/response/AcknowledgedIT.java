package dev.kith.response;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.database.Homes;
import dev.kith.house.AtOnce;
import dev.kith.house.RunningJar;
import dev.kith.house.Wire;
import dev.kith.response.Ledger.Findings;
import dev.kith.response.Ledger.Kept;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Nothing that an app was told is stored is ever lost, nor stored twice, whatever is killed while answers come in. That the
 * comparison can see a loss is shown in LedgerTest.
 */
class AcknowledgedIT {
    private static final int ROUNDS = 3;
    private static final int ROUND_THAT_TAKES_THE_DATABASE_TOO = 1;
    private static final int TASKS_A_ROUND = 120;
    private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(60);
    private static final Map<String, String> DEMO = Map.of("KITH_DEMO", "true");

    /** The rows of every response to a task; the owner, too, sees them within their practice only. */
    private static final String KEPT = """
            select r.task_id, r.id, r.state = 'completed' and t.ended_as = 'completed' and t.response_id = r.id
                     and exists (select from score s where s.response_id = r.id and s.scale = 'total'),
                   (select count(*) from alert a where a.about_id = r.id and a.severity = 'critical'),
                   (select count(*) from audit_entry e where e.subject_id = r.id and e.action = 'response.completed'),
                   (select count(*) from outbox_event o where o.about_id = r.id and o.kind = 'response.completed')
            from response r join task t on t.id = r.task_id
            """;
    /** Rows that tell of a response which is not there. */
    private static final String STRAYS = """
            select count(*) from (
              select about_id from alert where kind = 'answer'
              union all select subject_id from audit_entry where action = 'response.completed'
              union all select about_id from outbox_event where kind = 'response.completed'
              union all select response_id from score) told (id)
            where not exists (select from response r where r.id = told.id)
            """;

    private final Ledger ledger = new Ledger();
    private final Random random = new Random();

    @Test
    void aKilledServiceLosesNothingThatItAcknowledged() throws Exception {
        var home = Homes.fresh();
        var service = RunningJar.on(home, DEMO);
        try {
            var me = Wire.of("client@willow.example", service).get("/v1/me").body();
            var client = UUID.fromString(me.path("clientId").asText());
            var tasks = assign(service, client);
            var writers = new Writers(tasks, ledger);
            for (var round = 0; round < ROUNDS; round++) {
                writeUntilKilled(service, writers, round);
                service = RunningJar.on(home, DEMO);
            }
            writers.write(Wire.of("client@willow.example", service));
            System.out.println("acknowledged " + ledger.size() + ", of them critical " + ledger.criticals()
                    + ", calls cut off " + writers.broken());
            assertThat(writers.refused()).isEmpty();
            assertThat(writers.left()).isZero();
            assertThat(writers.broken()).isPositive();
            assertThat(ledger.size()).isEqualTo(tasks.size());
            assertKept(home, UUID.fromString(me.path("practice").asText()));
            assertShown(Wire.of("clinician@willow.example", service), client, tasks);
        } finally {
            service.close();
        }
    }

    private static List<UUID> assign(RunningJar service, UUID client) throws Exception {
        var clinician = Wire.of("clinician@willow.example", service);
        var path = "/v1/clients/" + client;
        AtOnce.times(4, () -> {
            for (var i = 0; i < ROUNDS * TASKS_A_ROUND / 4; i++) {
                var reply = clinician.send("POST", path + "/assignments", Map.of("questionnaire", "phq-9"));
                assertThat(reply.status()).isEqualTo(201);
            }
            return true;
        });
        var tasks = clinician.all(path + "/tasks").stream()
                .map(task -> UUID.fromString(task.path("id").asText()))
                .toList();
        assertThat(tasks).hasSize(ROUNDS * TASKS_A_ROUND).doesNotHaveDuplicates();
        return tasks;
    }

    /** The end comes when some of the round's tasks are acknowledged, others under way, and the rest not sent. */
    private void writeUntilKilled(RunningJar service, Writers writers, int round) throws Exception {
        var client = Wire.of("client@willow.example", service);
        var mark = round * TASKS_A_ROUND + 10 + random.nextInt(TASKS_A_ROUND - 20);
        var writing = CompletableFuture.runAsync(() -> {
            try {
                writers.write(client);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        var start = System.nanoTime();
        while (ledger.size() < mark && System.nanoTime() - start < LONGEST_WAIT) Thread.sleep(1);
        Thread.sleep(random.nextInt(20));
        var postmaster = service.postmaster();
        service.kill();
        if (round == ROUND_THAT_TAKES_THE_DATABASE_TOO) postmaster.destroyForcibly();
        writing.get(1, TimeUnit.MINUTES);
        System.out.println("killed with " + ledger.size() + " acknowledged and " + writers.left() + " to send");
        assertThat(writers.left()).isPositive();
    }

    private void assertKept(Path home, UUID practice) throws IOException, SQLException {
        try (var connection = Homes.asOwner(home);
                var statement = connection.createStatement()) {
            statement.execute("select set_config('kith.practice', '" + practice + "', false)");
            var kept = new ArrayList<Kept>();
            try (var row = statement.executeQuery(KEPT)) {
                while (row.next()) {
                    kept.add(new Kept(
                            row.getObject(1, UUID.class),
                            row.getObject(2, UUID.class),
                            row.getBoolean(3),
                            row.getInt(4),
                            row.getInt(5),
                            row.getInt(6)));
                }
            }
            assertThat(ledger.compare(kept)).isEqualTo(Findings.NONE);
            assertThat(kept).hasSize(ledger.size());
            try (var row = statement.executeQuery(STRAYS)) {
                row.next();
                assertThat(row.getInt(1)).isZero();
            }
        }
    }

    /** What people see agrees: each task done, each answer as it was sent, and an alert for each critical one. */
    private static void assertShown(Wire clinician, UUID client, List<UUID> tasks) throws IOException {
        assertThat(clinician.all("/v1/clients/" + client + "/tasks"))
                .hasSize(tasks.size())
                .allSatisfy(task -> assertThat(task.path("state").asText()).isEqualTo("completed"));
        var answered = new HashSet<UUID>();
        var critical = new HashSet<String>();
        for (var response : clinician.all("/v1/clients/" + client + "/responses")) {
            if (!response.hasNonNull("taskId")) continue;
            var task = UUID.fromString(response.path("taskId").asText());
            assertThat(answered.add(task)).isTrue();
            if (Writers.isCritical(task)) critical.add(response.path("id").asText());
            Writers.answers(task)
                    .forEach((item, value) -> assertThat(
                                    response.path("answers").path(item).asInt(-1))
                            .isEqualTo(value));
        }
        assertThat(answered).containsExactlyInAnyOrderElementsOf(tasks);
        assertThat(clinician.all("/v1/alerts").stream()
                        .filter(alert -> alert.path("clientId").asText().equals(client.toString()))
                        .map((JsonNode alert) -> alert.path("aboutId").asText()))
                .containsExactlyInAnyOrderElementsOf(critical);
    }
}
