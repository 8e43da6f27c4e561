package dev.kith.sync;

import static dev.kith.sync.Batch.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.kith.house.Noting;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a client says of who may read their words counts by when they said it: not by its id, nor by when it comes. */
@QuarkusTest
class SaidWhenTest {
    private static final String PLACE = "before.context";
    private static final List<String> CHOICES = List.of("private", "share-at-session", "shared");

    @Inject
    People people;

    @SuppressWarnings("NullAway") // each test says whom it is about
    Someone admin;

    @SuppressWarnings("NullAway")
    Someone clinician;

    @SuppressWarnings("NullAway")
    Someone client;

    @Test
    void whatWasTakenBackOfflineStaysTakenBackWhicheverIdSortsFirst() {
        meet(people.practice());
        var now = Instant.now();
        var ids = List.of("1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed", "f47ac10b-58cc-4372-a567-0e02b2c3d479");
        for (var order : List.of(List.of(0, 1), List.of(1, 0))) {
            var log = log("private", now.minusSeconds(3_600));
            Batch.of(
                            said(unique(ids.get(order.get(0)), log), log, "shared", now.minusSeconds(1_800)),
                            said(unique(ids.get(order.get(1)), log), log, "private", now.minusSeconds(900)))
                    .from(client)
                    .body("items.status", contains("done", "done"));
            assertThat(stands(log)).isEqualTo("private");
        }
    }

    @Test
    void whatWasSaidOnlineIsNotUndoneByWhatWasSaidOfflineBefore() {
        meet(people.practice());
        var now = Instant.now();
        var log = log("private", now.minusSeconds(3_600));
        online(log, "private");
        var stale = Batch.of(said(id(), log, "shared", now.minusSeconds(600)));
        stale.from(client).body("items.status", contains("unchanged"));
        stale.from(client).body("items.status", contains("unchanged"));
        assertThat(stands(log)).isEqualTo("private");
        assertThat(clinician.asks().get("/v1/logs/" + log).asString()).doesNotContain("At work.");
    }

    @Test
    void whereItIsInDoubtWhichCameLastTheNarrowerStands() {
        meet(people.practice());
        var log = log("private", Instant.now().minusSeconds(3_600));
        online(log, "private");
        // a few seconds later, as far as the app's clock and a slow network tell
        Batch.of(said(id(), log, "shared", Instant.now())).from(client);
        assertThat(stands(log)).isEqualTo("private");
        online(log, "shared");
        Batch.of(said(id(), log, "private", Instant.now())).from(client).body("items.status", contains("done"));
        assertThat(stands(log)).isEqualTo("private");
    }

    @Test
    void whatTheLogItselfSaysCountsAsOfWhenItWasDone() {
        meet(people.practice());
        var now = Instant.now();
        var log = id();
        var task = Noting.task(clinician, client);
        // said of the draft, after the draft; then the log is completed with an older word, and with a newer one
        Batch.of(
                        logged(log, task, false, "shared", now.minusSeconds(7_200)),
                        said(id(), log, "private", now.minusSeconds(3_600)))
                .from(client)
                .body("items.status", contains("done", "done"));
        Batch.of(logged(log, task, true, "shared", now.minusSeconds(5_400)))
                .from(client)
                .body("items.status", contains("done"))
                .body("items[0].log.before.context.sharing", equalTo("private"));
        var other = id();
        Batch.of(
                        said(id(), other, "private", now.minusSeconds(3_600)),
                        logged(other, Noting.task(clinician, client), true, "shared", now.minusSeconds(1_800)))
                .from(client)
                .body("items.status", contains("unchanged", "done"));
        assertThat(stands(other)).isEqualTo("shared");
    }

    @Test
    void aDraftThatComesAgainDoesNotUndoWhatWasSaidOfIt() {
        meet(people.practice());
        var now = Instant.now();
        var log = id();
        var draft = Batch.of(logged(log, Noting.task(clinician, client), false, "shared", now.minusSeconds(7_200)));
        draft.from(client).body("items.status", contains("done"));
        online(log, "private");
        draft.from(client).body("items.status", contains("unchanged"));
        assertThat(stands(log)).isEqualTo("private");
    }

    @Test
    void aDraftThatWasOvertakenCountsWhereTheNewerOneIsSilent() {
        meet(people.practice());
        var now = Instant.now();
        for (var olderFirst : List.of(true, false)) {
            var log = id();
            var task = Noting.task(clinician, client);
            var older = Batch.of(logged(log, task, false, "private", now.minusSeconds(7_200)));
            var newer = Batch.of(logged(log, task, false, "shared", now.minusSeconds(3_600))
                    .replace(", \"sharing\": \"shared\"", "")
                    .replace("At work.", "At home."));
            (olderFirst ? older : newer).from(client);
            (olderFirst ? newer : older).from(client);
            client.asks()
                    .get("/v1/logs/" + log)
                    .then()
                    .body("before.context.text", equalTo("At home."))
                    .body("before.context.sharing", equalTo("private"));
        }
    }

    @Test
    void whoTypesForAClientDoesNotUndoWhatTheClientSaid() {
        meet(people.practice());
        Noting.opensTheGate(clinician, client);
        var log = id();
        var body = """
                {"exercise": "asking-ladder", "client": "%s", "author": "client", "authoredAt": "2026-01-01T10:00:00Z",
                 "before": {"rung": 1, "suds": 6, "context": {"text": "%s", "sharing": "shared"}}, "complete": %s}
                """;
        Noting.puts(clinician, log, body.formatted(client.id(), "First", false)).statusCode(201);
        assertThat(stands(log)).isEqualTo("shared");
        online(log, "private");
        Noting.puts(clinician, log, body.formatted(client.id(), "Second", false))
                .statusCode(200);
        client.asks().get("/v1/logs/" + log).then().body("before.context.text", equalTo("Second"));
        assertThat(stands(log)).isEqualTo("private");
    }

    @Test
    void whatDoesNotSayWhenIsRefused() {
        meet(people.practice());
        var log = log("private", Instant.now().minusSeconds(60));
        var undated = said(id(), log, "shared", Instant.now()).replaceFirst("\"saidAt\": \"[^\"]*\", ", "");
        Batch.of(
                        undated,
                        said(id(), log, "shared", Instant.parse("1960-01-01T00:00:00Z")),
                        said(id(), log, "shared", Instant.parse("2400-01-01T00:00:00Z")))
                .from(client)
                .body("items.httpStatus", contains(422, 422, 422))
                .body(
                        "items.problem.errors.pointer.flatten()",
                        contains("/items/0/saidAt", "/items/1/saidAt", "/items/2/saidAt"));
        assertThat(stands(log)).isEqualTo("private");
    }

    @Test
    void whatStoodBeforeAllOfItWasKeptCountsAsSaidWhenItCameToStand() throws IOException {
        meet(people.practice());
        var now = Instant.now();
        var log = id();
        Batch.of(
                        logged(log, Noting.task(clinician, client), true, "share-at-session", now.minusSeconds(3_600))
                                .replace(
                                        "\"outcome\"",
                                        "\"who-helped\": [{\"who\": \"friend\", \"alias\": \"A.\", \"sharing\": \"shared\"},"
                                                + " {\"who\": \"family\", \"alias\": \"B.\", \"sharing\": \"private\"}], \"outcome\""))
                .from(client)
                .body("items.status", contains("done"));
        people.run(client.practice(), "update log set sharing_heard = '{}' where practice_id = kith_practice()");
        people.run(client.practice(), migration());
        for (var place : List.of("before.context|SHARE_AT_SESSION", "after.who-helped|PRIVATE")) {
            var parts = List.of(place.split("\\|"));
            assertThat(people.count(
                            client.practice(),
                            "select count(*) from log where id = ?::uuid and sharing_heard -> ? -> 'said' -> 0 ->> 'sharing' = ?",
                            log,
                            parts.get(0),
                            parts.get(1)))
                    .as(place)
                    .isOne();
        }
        Batch.of(said(id(), log, "shared", now.minusSeconds(600)))
                .from(client)
                .body("items.status", contains("unchanged"));
        assertThat(stands(log)).isEqualTo("share-at-session");
        online(log, "shared");
        assertThat(stands(log)).isEqualTo("shared");
    }

    /** What the migration does with logs that are there. */
    private static String migration() throws IOException {
        try (var file =
                Objects.requireNonNull(SaidWhenTest.class.getResourceAsStream("/db/migration/V036__said_when.sql"))) {
            var sql = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            var from = sql.indexOf("update log set");
            return sql.substring(from, sql.indexOf(';', from));
        }
    }

    /** Eight logs, each with a story of its own: said online and offline by a wrong clock, sent in any order and in any batches. */
    @Test
    void anyOrderAndAnyBatchesMixedWithCallsEndTheSame() {
        meet(people.sandbox());
        Sandbox.moveTo(admin, Instant.parse("2027-03-01T12:00:00Z"));
        var chance = new Random(17);
        var stories = new ArrayList<Story>();
        for (var i = 0; i < 8; i++) {
            var skew = Duration.ofSeconds(chance.nextInt(20_000) - 10_000);
            stories.add(new Story(log("private", Sandbox.now(admin)), skew, new ArrayList<>(), new ArrayList<>()));
        }
        for (var step = 1; step <= 6; step++) {
            Sandbox.moveTo(admin, Instant.parse("2027-03-01T12:00:00Z").plus(Duration.ofMinutes(10L * step)));
            var at = Sandbox.now(admin);
            for (var story : stories) {
                var choice = CHOICES.get(chance.nextInt(3));
                story.said().add(choice);
                if (chance.nextBoolean()) {
                    online(story.log(), choice);
                } else {
                    story.queue().add(said(id(), story.log(), choice, at.plus(story.skew())));
                }
                if (chance.nextInt(4) == 0) {
                    send(story, chance);
                }
            }
        }
        for (var story : stories) {
            while (!story.queue().isEmpty()) {
                send(story, chance);
            }
            assertThat(stands(story.log()))
                    .as("%s", story)
                    .isEqualTo(story.said().get(story.said().size() - 1));
        }
    }

    private record Story(String log, Duration skew, List<String> said, List<String> queue) {}

    /** Some of what waits, and all of it once more: a reply may be lost. */
    private void send(Story story, Random chance) {
        Collections.shuffle(story.queue(), chance);
        var some = story.queue()
                .subList(
                        0,
                        story.queue().isEmpty()
                                ? 0
                                : 1 + chance.nextInt(story.queue().size()));
        var batch = new Batch(List.copyOf(some));
        some.clear();
        for (var twice = 0; twice < 2; twice++) {
            batch.shuffled(chance.nextLong())
                    .from(client, Sandbox.now(admin).plus(story.skew()), null)
                    .statusCode(200);
        }
    }

    private void meet(Someone admin) {
        clinician = people.clinician(admin.practice());
        client = people.clientOf(clinician);
        this.admin = admin;
    }

    private void online(String log, String choice) {
        client.asks()
                .body("{\"sharing\": {\"%s\": \"%s\"}}".formatted(PLACE, choice))
                .put("/v1/logs/" + log + "/sharing")
                .then()
                .statusCode(200);
    }

    private String stands(String log) {
        return client.asks()
                .get("/v1/logs/" + log)
                .then()
                .statusCode(200)
                .extract()
                .path("before.context.sharing");
    }

    /** Completed offline at that moment; its id. */
    private String log(String sharing, Instant at) {
        var log = id();
        Batch.of(logged(log, Noting.task(clinician, client), true, sharing, at))
                .from(client, appsNow(), null)
                .body("items.status", contains("done"));
        return log;
    }

    private Instant appsNow() {
        var sandbox = admin.asks().get("/v1/sandbox/clock");
        return sandbox.statusCode() == 200 ? Instant.parse(sandbox.path("now")) : Instant.now();
    }

    /** The first half is given, the second is the log's, so that both orders of ids are tried for each log. */
    private static String unique(String id, String log) {
        return id.substring(0, 24) + log.substring(24);
    }

    private static String said(String id, String log, String choice, Instant at) {
        return "{\"id\": \"%s\", \"kind\": \"sharing\", \"saidAt\": \"%s\", \"log\": \"%s\", \"sharing\": {\"%s\": \"%s\"}}"
                .formatted(id, at, log, PLACE, choice);
    }

    private static String logged(String id, String task, boolean complete, String sharing, Instant at) {
        return """
                {"id": "%s", "kind": "log", "task": "%s", "exercise": "asking-ladder", "authoredAt": "%s",
                 "before": {"rung": 1, "suds": 6, "context": {"text": "At work.", "sharing": "%s"}},
                 "after": {"suds": 4, "outcome": "asked-yes"}, "complete": %s}
                """.formatted(id, task, at, sharing, complete);
    }
}
