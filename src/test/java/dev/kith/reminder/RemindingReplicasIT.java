package dev.kith.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.database.OutsideServer;
import dev.kith.house.MailServer;
import dev.kith.house.RunningJar;
import dev.kith.house.Wire;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two processes of the service, one database, one mail server, and 48 hours of 1,000 clients over the end of summer time in Berlin. One
 * process moves the clock and works at each of its stops, the other works every second, and is killed twice: on the way, and amid a
 * crowd of e-mails.
 */
class RemindingReplicasIT {
    private static final String ADMIN = "imke@alder.example";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Map<String, Object> RULES = Map.of(
            "rules",
            List.of(
                    Map.of("channel", "email", "moment", "opens"),
                    Map.of("channel", "event", "moment", "due", "lead", "PT3H")),
            "mostPerDay",
            20,
            "quietHours",
            Map.of("from", "22:00", "to", "06:30"));

    private final int mailPort = freePort();
    private final List<AutoCloseable> running = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();
    private OutsideServer server;
    private MailServer mail;

    @BeforeEach
    void start() throws Exception {
        mail = MailServer.on(mailPort);
        running.add(mail);
        server = OutsideServer.ours()
                .with("create role one login createrole password {password}", "create database shared owner one");
        running.add(server);
        environment.put("KITH_DB_URL", server.url("shared"));
        environment.put("KITH_DB_USER", "one");
        environment.put("KITH_DB_PASSWORD", OutsideServer.PASSWORD);
        environment.put("KITH_SIGNING_KEY_FILE", server.privateKey().toString());
        environment.put("KITH_SETUP_TOKEN", "a setup token for this test");
        environment.put("QUARKUS_MAILER_HOST", "127.0.0.1");
        environment.put("QUARKUS_MAILER_PORT", Integer.toString(mailPort));
    }

    @AfterEach
    void stop() throws Exception {
        for (var one : running.stream()
                .sorted(java.util.Comparator.comparing(running::indexOf).reversed())
                .toList()) {
            one.close();
        }
    }

    @Test
    void eachReminderArrivesOnceInItsHoursWhateverIsKilled() throws Exception {
        var change = nextClockChange();
        var from = change.minusDays(2).atTime(20, 0).toInstant(ZoneOffset.UTC);
        var together = change.minusDays(1).atTime(14, 0).toInstant(ZoneOffset.UTC);
        var until = from.plus(Duration.ofHours(48));

        var walker = replica("walker", "off");
        var ticker = later("first");
        var practice = founded(walker);
        move(admin(walker), from);
        var clients = ManyClients.in(server.connect("shared", "one"), practice, change, together);
        running.add(clients.connection());
        var admin = admin(walker); // she cares for clients, too, now
        assertThat(admin.put("/v1/practice/reminder-rules", RULES).status()).isEqualTo(200);

        var first = ticker.get(1, TimeUnit.MINUTES);
        var walk = CompletableFuture.runAsync(() -> walk(admin, from, together.minus(Duration.ofHours(1))));
        await(() -> mail.received() > 30);
        first.kill();
        assertThat(walk).isNotDone();
        ticker = later("second");
        walk.get(1, TimeUnit.MINUTES);
        System.out.println("first killed, " + mail.received() + " e-mails so far");

        ticker.get(1, TimeUnit.MINUTES);
        move(admin, together.minusSeconds(2)); // time runs on, and nobody but the second works
        var before = mail.received();
        await(() -> mail.received() > before + 5);
        ticker.get().kill();
        System.out.println("second killed, " + (mail.received() - before) + " e-mails later");
        walk(admin, together, until);
        await(() -> clients.count("state = 'sending' or state = 'planned' and due_at <= '" + until + "'") == 0);

        assertArrived(clients);
        assertInTheirHours(clients, until);
        assertTold(clients, admin);
    }

    /** What is noted as sent has come, what was under way at a kill perhaps, and nothing twice. */
    private void assertArrived(ManyClients clients) throws SQLException {
        System.out.println(
                mail.received() + " e-mails from " + mail.senders() + ", unsure " + clients.count("state = 'unsure'"));
        assertThat(mail.senders()).hasSizeGreaterThanOrEqualTo(2);
        var arrived = new HashMap<>(mail.counts());
        try (var statement = clients.connection().createStatement();
                var row = statement.executeQuery("""
                        select c.email, count(*) filter (where r.state = 'sent'), count(*) filter (where r.state = 'unsure')
                        from reminder r join client c on c.practice_id = r.practice_id and c.id = r.client_id
                        where r.channel = 'email' group by c.email
                        """)) {
            while (row.next()) {
                var came = arrived.remove(row.getString(1));
                assertThat(came == null ? 0L : came)
                        .as(row.getString(1))
                        .isBetween(row.getLong(2), row.getLong(2) + row.getLong(3));
            }
        }
        assertThat(arrived).isEmpty();
        assertThat(clients.number("select count(*) from outbox_event where kind = 'reminder.due'"))
                .isEqualTo(clients.count("channel = 'event' and state = 'sent'"));
        assertThat(clients.number("""
                select count(*) from (select about_id from outbox_event where kind = 'reminder.due' group by about_id having count(*) > 1) twice
                """)).isZero();
    }

    private static void assertInTheirHours(ManyClients clients, Instant until) throws SQLException {
        assertThat(clients.count("planned_for <= '" + until.minus(Duration.ofHours(9))
                        + "' and state not in ('sent', 'unsure')"))
                .as("all but those of the last night")
                .isZero();
        assertThat(clients.count("state in ('dropped', 'failed')")).isZero();
        assertThat(clients.count("state = 'sent'")).isGreaterThan(4_000);
        assertThat(clients.number("""
                select count(*) from reminder r join task t on t.practice_id = r.practice_id and t.id = r.task_id
                join client c on c.practice_id = r.practice_id and c.id = r.client_id
                where r.claimed_at < greatest(t.opens_at, r.planned_for) or r.claimed_at >= t.closes_at
                  or (r.claimed_at at time zone c.time_zone)::time not between '06:30' and '21:59:59.999'
                """)).isZero();
        assertThat(clients.count("claimed_at - due_at > interval '20 minutes'")).isZero();
    }

    /** Only what was claimed in the steps that were cut off, and whoever cares for the client can read it. */
    private static void assertTold(ManyClients clients, Wire clinician) throws SQLException, IOException {
        assertThat(clients.number("select count(distinct claimed_at) from reminder where state = 'unsure'"))
                .isBetween(1L, 2L);
        assertThat(clients.count("state = 'unsure'"))
                .as("the crowd is taken a few clients at a time")
                .isLessThanOrEqualTo(4L * Claiming.AT_ONCE);
        try (var statement = clients.connection().createStatement();
                var row = statement.executeQuery("select task_id from reminder where state = 'unsure' limit 3")) {
            while (row.next()) {
                var told = clinician.get("/v1/tasks/" + row.getString(1) + "/reminders");
                assertThat(told.body().findValuesAsText("state")).contains("unsure");
            }
        }
    }

    private RunningJar replica(String name, String every) {
        var own = new HashMap<>(environment);
        own.put("KITH_MAIL_FROM", name + "@kith.example"); // so that each e-mail tells who sent it
        own.put("KITH_JOBS_EVERY", every);
        try {
            var service = RunningJar.on(Files.createTempDirectory("kith-home"), own);
            running.add(service);
            return service;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private CompletableFuture<RunningJar> later(String name) {
        return CompletableFuture.supplyAsync(() -> replica(name, "1s"));
    }

    private static UUID founded(RunningJar service) throws IOException {
        var reply = new Wire(service.port(), "")
                .send(
                        "POST",
                        "/v1/practices",
                        Map.of(
                                "setupToken", "a setup token for this test",
                                "name", "Alder House",
                                "timeZone", "Europe/Berlin",
                                "sandbox", true,
                                "admin",
                                        Map.of(
                                                "displayName",
                                                "Imke",
                                                "email",
                                                ADMIN,
                                                "password",
                                                "trust-small-steps")));
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(201);
        return UUID.fromString(
                admin(service).get("/v1/me").body().path("practice").asText());
    }

    private static Wire admin(RunningJar service) throws IOException {
        return Wire.of(ADMIN, service);
    }

    /** In moves of an hour: one that lasts is broken off. */
    private static void walk(Wire admin, Instant from, Instant until) {
        try {
            for (var at = from.plus(Duration.ofHours(1)); at.isBefore(until); at = at.plus(Duration.ofHours(1))) {
                move(admin, at);
            }
            move(admin, until);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Sent again where the answer was late: the clock may be there already. */
    private static void move(Wire admin, Instant to) throws Exception {
        await(() -> {
            try {
                var reply = admin.send("PUT", "/v1/sandbox/clock", Map.of("at", to.toString()));
                assertThat(reply.status()).as(reply.body().toString()).isIn(200, 409);
                return reply.body().path("arrived").asBoolean()
                        || reply.body().toString().contains("clock-runs-forward");
            } catch (HttpTimeoutException late) {
                return false;
            }
        });
    }

    private static LocalDate nextClockChange() {
        var berlin = ZoneId.of("Europe/Berlin");
        var next = berlin.getRules().nextTransition(Instant.now().plus(Duration.ofDays(3)));
        while (!next.isOverlap()) {
            next = berlin.getRules().nextTransition(next.getInstant());
        }
        return LocalDate.ofInstant(next.getInstant(), berlin);
    }

    private interface Look {
        boolean seen() throws Exception;
    }

    private static void await(Look look) throws Exception {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!look.seen()) {
            assertThat(System.nanoTime()).as("waited long enough").isLessThan(end);
            Thread.sleep(3);
        }
    }

    private static int freePort() {
        try {
            return RunningJar.freePort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
