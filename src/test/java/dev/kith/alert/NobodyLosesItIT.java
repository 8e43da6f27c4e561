package dev.kith.alert;

import static dev.kith.house.Patience.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.database.OutsideServer;
import dev.kith.house.Consumer;
import dev.kith.house.MailServer;
import dev.kith.house.RunningJar;
import dev.kith.house.Wire;
import dev.kith.house.Worlds;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two replicas on one database, killed at the worst moments around a critical answer: each that was committed has one alert,
 * somebody is told of it, it goes on once and in time, and practice software that was away all the while hears of it too.
 */
class NobodyLosesItIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** Calls that one replica makes to one endpoint at once, at most. */
    private static final int LANES = 4;

    /** Shorter than a replica waits for an answer. */
    private static final Duration HELD_BACK = Duration.ofSeconds(8);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CLINICIAN = "clinician@willow.example";
    private static final String COLLEAGUE = "clinician2@willow.example";
    private static final String CLIENT = "client@willow.example";

    private static OutsideServer server;
    private static Map<String, String> environment;
    private static int mailPort;
    private static int hookPort;

    private final List<AutoCloseable> open = new ArrayList<>();
    private RunningJar first;
    private RunningJar second;
    private MailServer mail;

    @BeforeAll
    static void prepare() throws Exception {
        server = OutsideServer.ours()
                .with("create role one login createrole password {password}", "create database shared owner one");
        mailPort = RunningJar.freePort();
        hookPort = RunningJar.freePort();
        environment = new HashMap<>();
        environment.put("KITH_DB_URL", server.url("shared"));
        environment.put("KITH_DB_USER", "one");
        environment.put("KITH_DB_PASSWORD", OutsideServer.PASSWORD);
        environment.put("KITH_SIGNING_KEY_FILE", server.privateKey().toString());
        environment.put("KITH_DEMO", "true");
        environment.put("KITH_JOBS_EVERY", "1s");
        environment.put("KITH_WEBHOOKS_EVERY", "1s");
        environment.put("KITH_WEBHOOKS_LOOPBACK", "true");
        environment.put("KITH_MAIL_FROM", "alerts@kith.example");
        environment.put("QUARKUS_MAILER_HOST", "127.0.0.1");
        environment.put("QUARKUS_MAILER_PORT", Integer.toString(mailPort));
        environment.put("QUARKUS_MAILER_START_TLS", "DISABLED");
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void start() throws Exception {
        first = replica();
        second = replica();
        mail = MailServer.on(mailPort);
    }

    @AfterEach
    void close() throws Exception {
        for (var one : open) {
            one.close();
        }
        if (mail != null) {
            mail.close();
        }
    }

    /** One story, for starting the service takes longer than all of it. */
    @Test
    void eachCommittedCriticalAnswerHasOneAlertAndSomebodyIsTold() throws Exception {
        softwareWantsToHear();
        killedBeforeItCommitted();
        killedBeforeItReplied();
        killedWhileItMailed();
        killedWhileItWentOn();
        mailDown();
        clinicianOnLeave();
        manyAtOnceWhileOneIsKilled();
        nothingIsTwiceOrMissing();
        softwareIsBackAndOneIsKilledWhileItSends();
    }

    /** It does not listen yet. */
    private void softwareWantsToHear() throws Exception {
        var hook = Map.of("url", "http://127.0.0.1:" + hookPort + "/kith", "events", List.of("alert.raised"));
        assertThat(Wire.of("admin@willow.example", first)
                        .send("POST", "/v1/webhooks", hook)
                        .status())
                .isEqualTo(201);
    }

    private void killedBeforeItCommitted() throws Exception {
        var task = task(first);
        CompletableFuture<Integer> sent;
        try (var lock = server.connect("shared", "super")) {
            lock.setAutoCommit(false);
            run(lock, "lock table alert in share mode");
            sent = CompletableFuture.supplyAsync(() -> answer(first, task));
            assertThat(until(PATIENCE, () -> waiting("insert into alert") == 1)).isTrue();
            first.kill();
            lock.commit();
        }
        assertThat(sent.get()).as("no reply").isZero();
        assertThat(until(PATIENCE, () -> waiting("insert into alert") == 0)).isTrue();
        Thread.sleep(500); // what was cut off is rolled back by now
        assertThat(count("select count(*) from response where task_id = '" + task + "' and state = 'completed'"))
                .isZero();
        assertThat(answer(second, task)).isEqualTo(201);
        assertOneAlert(task);
        assertTold(CLINICIAN, task);
        first = replica();
    }

    private void killedBeforeItReplied() throws Exception {
        var task = task(second);
        var committed = "select count(*) from response where task_id = '" + task + "' and state = 'completed'";
        var sent = CompletableFuture.supplyAsync(() -> answer(first, task));
        assertThat(until(PATIENCE, () -> count(committed) == 1)).isTrue();
        first.kill();
        assertThat(sent.get()).isIn(0, 201);
        assertThat(answer(second, task)).as("the same again").isIn(200, 201);
        assertOneAlert(task);
        assertTold(CLINICIAN, task);
    }

    /** Only the second replica runs; a mail server takes its call, and never answers. */
    private void killedWhileItMailed() throws Exception {
        mail.close();
        var task = task(second);
        try (var silent = new Silent()) {
            assertThat(answer(second, task)).isEqualTo(201);
            assertThat(until(
                            PATIENCE, () -> count(tellings(task) + " and t.state = 'sending'") == 1 && silent.called()))
                    .isTrue();
            second.kill();
        }
        mail = MailServer.on(mailPort);
        first = replica();
        assertThat(count(tellings(task) + " and t.state = 'sending'")).isOne();
        letClaimsLapse();
        assertTold(CLINICIAN, task);
    }

    private void killedWhileItWentOn() throws Exception {
        second = replica();
        var task = task(second);
        assertThat(answer(second, task)).isEqualTo(201);
        assertTold(CLINICIAN, task);
        try (var lock = server.connect("shared", "super")) {
            lock.setAutoCommit(false);
            run(lock, "lock table alert_step in share mode");
            var walker = first;
            CompletableFuture.runAsync(() -> walkOnce(walker, Map.of("advance", "PT61M")));
            assertThat(until(PATIENCE, () -> waiting("stepped as") >= 1)).isTrue();
            first.kill();
            second.kill();
            lock.commit();
        }
        Thread.sleep(500);
        assertThat(count("select count(*) from alert_step where what = 'escalated'"))
                .as("rolled back")
                .isZero();
        first = replica();
        second = replica();
        var due = """
                from alert a join sandbox_clock c on c.practice_id = a.practice_id
                where a.state = 'open' and a.due_at <= now() + c.offset_ms * interval '1 millisecond'
                """;
        assertThat(count("select count(*) " + due)).isPositive();
        assertThat(until(PATIENCE, () -> count("select count(*) " + due + " and a.escalations = 0") == 0))
                .isTrue();
        Thread.sleep(3_000);
        assertThat(count("select count(*) from alert_step where what = 'escalated'"))
                .as("by two replicas, once each")
                .isEqualTo(count("select count(*) " + due));
    }

    private void mailDown() throws Exception {
        mail.close();
        var task = task(first);
        assertThat(answer(first, task)).isEqualTo(201);
        walk(second, "PT61M");
        assertThat(until(PATIENCE, () -> count(escalated(task)) == 1)).isTrue();
        assertThat(count("""
                select count(*) from alert_step s join alert a on a.id = s.alert_id join response r on r.id = a.about_id
                where r.task_id = '%s' and s.what = 'escalated' and s.at not between a.due_at and a.due_at + interval '15 seconds'
                """.formatted(task))).as("late").isZero();
        assertThat(count(tellings(task) + " and t.state = 'told'")).isZero();
        mail = MailServer.on(mailPort);
        assertThat(until(PATIENCE, () -> count(tellings(task) + " and t.state = 'told'") >= 1))
                .as("tried again")
                .isTrue();
        change("update alert_telling set try_at = now() where state = 'waiting'"); // their pauses are over
        assertTold(CLINICIAN, task);
    }

    private void clinicianOnLeave() throws Exception {
        var admin = Wire.of("admin@willow.example", first);
        String me =
                Wire.of(CLINICIAN, first).get("/v1/me").body().path("memberId").asText();
        String cover =
                Wire.of(COLLEAGUE, first).get("/v1/me").body().path("memberId").asText();
        var task = task(first);
        var today = LocalDate.now(ZoneOffset.UTC);
        assertThat(admin.send(
                                "POST",
                                "/v1/members/" + me + "/absences",
                                Map.of(
                                        "from",
                                        today.minusDays(2).toString(),
                                        "until",
                                        today.plusDays(9).toString(),
                                        "coverId",
                                        cover))
                        .status())
                .isEqualTo(201);
        assertThat(answer(second, task)).isEqualTo(201);
        assertOneAlert(task);
        assertTold(COLLEAGUE, task);
        assertThat(Wire.of(COLLEAGUE, first).all("/v1/alerts?owner=me&state=open"))
                .hasSize(1);
    }

    private void manyAtOnceWhileOneIsKilled() throws Exception {
        var tasks = new ArrayList<String>();
        for (var i = 0; i < 20; i++) {
            tasks.add(task(second));
        }
        var victim = first;
        var wire = Wire.of(CLIENT, victim);
        var sent = tasks.stream()
                .map(task -> CompletableFuture.supplyAsync(() -> answer(wire, task)))
                .toList();
        assertThat(until(
                        PATIENCE,
                        () -> sent.stream().filter(CompletableFuture::isDone).count() >= 5))
                .isTrue();
        victim.kill();
        for (var one : sent) {
            one.get();
        }
        Thread.sleep(3_000); // what the other has claimed is sent by then
        letClaimsLapse();
        for (var task : tasks) {
            assertThat(answer(second, task)).isIn(200, 201);
            assertOneAlert(task);
            assertTold(COLLEAGUE, task);
        }
        first = replica();
        walk(first, "PT3H");
        Thread.sleep(3_000);
    }

    private static void nothingIsTwiceOrMissing() throws SQLException {
        assertThat(count("""
                select count(*) from response r where r.state = 'completed' and r.task_id is not null
                  and (r.answers ->> 'phq-9.9')::int > 0
                  and 1 <> (select count(*) from alert a where a.about_id = r.id and a.kind = 'answer')
                """)).as("answers without their alert").isZero();
        assertThat(count("""
                select count(*) from alert a where steps <> (select count(*) from alert_step s where s.alert_id = a.id)
                  or escalations <> (select count(*) from alert_step s where s.alert_id = a.id and s.escalation is not null)
                """)).as("steps that the alert does not know").isZero();
        assertThat(count("select count(*) from alert_step where what = 'escalated'"))
                .isPositive()
                .isEqualTo(count("select count(*) from outbox_event where kind = 'alert.escalated'"));
        assertThat(count("""
                select count(*) from (
                  select at - lag(at) over (partition by alert_id order by number) as pause from alert_step
                  where what = 'escalated') p where pause < interval '29 minutes 59 seconds'
                """)).as("steps before their time").isZero();
        assertThat(count("select count(*) from alert where kind = 'answer' and owner_id is null"))
                .isZero();
    }

    /** Each event is heard at least once, and its id says when it is heard again. */
    private void softwareIsBackAndOneIsKilledWhileItSends() throws Exception {
        var raised = texts("""
                select e.id from outbox_event e join webhook w on w.practice_id = e.practice_id
                where e.kind = 'alert.raised' and e.occurred_at > w.created_at
                """);
        assertThat(raised).hasSizeGreaterThan(25);
        assertThat(count("select count(*) from webhook_delivery where state = 'delivered'"))
                .isZero();
        var go = new CountDownLatch(1);
        try (var software = Consumer.on(hookPort).saysAfter(go, HELD_BACK, 204)) {
            noPauseOfWebhooks();
            assertThat(until(PATIENCE, () -> software.mostAtOnce() > LANES))
                    .as("so that both send, the one that is killed too")
                    .isTrue();
            first.kill();
            go.countDown();
            noPauseOfWebhooks();
            assertThat(until(
                            PATIENCE,
                            () -> software.heard().stream()
                                    .map(Consumer.Heard::id)
                                    .collect(Collectors.toSet())
                                    .equals(raised)))
                    .as("each is heard of")
                    .isTrue();
            assertThat(until(
                            PATIENCE,
                            () -> count("select count(*) from webhook_delivery where state <> 'delivered'") == 0))
                    .isTrue();
            assertThat(software.heard().stream().map(Consumer.Heard::body).distinct())
                    .as("what comes twice says the same")
                    .hasSameSizeAs(raised);
            var alerts = texts(
                    "select id from alert where kind = 'answer' and raised_at > (select min(created_at) from webhook)");
            assertThat(software.heard().stream().map(Consumer.Heard::subject)).containsAll(alerts);
        }
    }

    /** As if three minutes had gone by, and nobody had been away: then many are sent at once. */
    private static void noPauseOfWebhooks() throws SQLException {
        change("update webhook_standing set failures = 0, failing_since = null, paused_until = null");
        change("update webhook_delivery set next_at = now() where next_at is not null");
    }

    private static Set<String> texts(String sql) throws SQLException {
        try (var connection = server.connect("shared", "super");
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            var found = new HashSet<String>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        }
    }

    private void assertOneAlert(String task) throws SQLException {
        assertThat(count("""
                select count(*) from alert a join response r on r.id = a.about_id
                where r.task_id = '%s' and a.kind = 'answer' and a.severity = 'critical' and a.owner_id is not null
                """.formatted(task))).isOne();
        assertThat(count("""
                select count(*) from outbox_event o join alert a on a.id = o.about_id join response r on r.id = a.about_id
                where r.task_id = '%s' and o.kind = 'alert.raised' and a.kind = 'answer'
                """.formatted(task))).isOne();
    }

    /** It is written down, and the e-mail is there. */
    private void assertTold(String address, String task) throws Exception {
        assertThat(until(PATIENCE, () -> count(tellings(task) + " and t.state = 'told'") >= 1))
                .isTrue();
        assertThat(until(PATIENCE, () -> mail.to(address).stream().anyMatch(NobodyLosesItIT::saysWhere)))
                .isTrue();
    }

    private static boolean saysWhere(MimeMessage mail) {
        try {
            return mail.getSubject().contains("Willow");
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String tellings(String task) {
        return """
                select count(*) from alert_telling t join alert a on a.id = t.alert_id join response r on r.id = a.about_id
                where r.task_id = '%s' and a.kind = 'answer'
                """.formatted(task);
    }

    private static String escalated(String task) {
        return """
                select count(*) from alert_step s join alert a on a.id = s.alert_id join response r on r.id = a.about_id
                where r.task_id = '%s' and a.kind = 'answer' and s.what = 'escalated'
                """.formatted(task);
    }

    private static String task(RunningJar service) throws IOException {
        var clinician = Wire.of(CLINICIAN, service);
        var client =
                Wire.of(CLIENT, service).get("/v1/me").body().path("clientId").asText();
        var given = clinician.send("POST", "/v1/clients/" + client + "/assignments", Map.of("questionnaire", "phq-9"));
        assertThat(given.status()).isEqualTo(201);
        return clinician
                .get("/v1/assignments/" + given.body().path("id").asText() + "/tasks")
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asText();
    }

    private static int answer(RunningJar service, String task) {
        try {
            return answer(Wire.of(CLIENT, service), task);
        } catch (IOException e) {
            return 0;
        }
    }

    /** 0 when no reply came. */
    private static int answer(Wire client, String task) {
        try {
            return client.send("PUT", "/v1/tasks/" + task + "/response", JSON.readTree(Worlds.CRITICAL))
                    .status();
        } catch (IOException e) {
            return 0;
        }
    }

    /** A walk that was cut off holds the clock for a minute. */
    private static void walk(RunningJar service, String by) throws Exception {
        var target = shown(service).plus(Duration.parse(by));
        assertThat(until(PATIENCE, () -> {
                    walkOnce(service, Map.of("at", target.toString()));
                    return !shown(service).isBefore(target);
                }))
                .isTrue();
    }

    private static Instant shown(RunningJar service) throws IOException {
        return Instant.parse(Wire.of("admin@willow.example", service)
                .get("/v1/sandbox/clock")
                .body()
                .path("now")
                .asText());
    }

    private static void walkOnce(RunningJar service, Map<String, String> where) {
        try {
            Wire.of("admin@willow.example", service).send("PUT", "/v1/sandbox/clock", where);
        } catch (IOException e) {
            // killed on the way, or slower than one waits for a reply
        }
    }

    private RunningJar replica() throws IOException {
        var replica = RunningJar.on(Files.createTempDirectory("kith-home"), environment);
        open.add(replica);
        return replica;
    }

    /** Backends that wait for a lock in a statement that begins so, whatever "with" it begins with. */
    private static long waiting(String part) throws SQLException {
        return count("select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%" + part
                + "%'" + " and pid <> pg_backend_pid()");
    }

    private static long count(String sql) throws SQLException {
        try (var connection = server.connect("shared", "super");
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** As if two minutes had gone by: what a killed one had claimed is claimed anew. */
    private static void letClaimsLapse() throws SQLException {
        change("update alert_telling set claimed_at = claimed_at - interval '3 minutes' where state = 'sending'");
    }

    private static void change(String sql) throws SQLException {
        try (var connection = server.connect("shared", "super")) {
            run(connection, sql);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A mail server that takes calls and says nothing. */
    private static final class Silent implements AutoCloseable {
        private final ServerSocket socket;
        private final List<Socket> calls = new java.util.concurrent.CopyOnWriteArrayList<>();

        Silent() throws IOException {
            socket = new ServerSocket(mailPort, 5, InetAddress.getByName("127.0.0.1"));
            var thread = new Thread(this::serve, "silent mail server");
            thread.setDaemon(true);
            thread.start();
        }

        private void serve() {
            try {
                while (true) {
                    calls.add(socket.accept());
                }
            } catch (IOException closed) {
                // it is over
            }
        }

        boolean called() {
            return !calls.isEmpty();
        }

        @Override
        public void close() throws IOException {
            for (var call : calls) {
                call.close();
            }
            socket.close();
        }
    }
}
