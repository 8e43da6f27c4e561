package dev.kith.log;

import static dev.kith.house.Noting.logs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.kith.client.AddToCareTeam;
import dev.kith.client.CareTeamRole;
import dev.kith.house.Logged;
import dev.kith.house.Noting;
import dev.kith.house.Operations;
import dev.kith.house.Operations.Operation;
import dev.kith.house.Pdf;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Rows;
import dev.kith.house.Sandbox;
import dev.kith.house.Work;
import dev.kith.house.Worlds;
import dev.kith.house.Worlds.World;
import dev.kith.time.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What clients write in their own words is theirs: a canary in each place, and everybody else looking everywhere. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnWordsTest {
    private static final List<String> PLACES =
            List.of("before.context", "after.what-happened", "after.learned", "after.who-helped");
    private static final Predicate<Operation> EVERYWHERE = operation -> true;
    private static final Predicate<Operation> NEAR =
            operation -> operation.path().contains("{logId}")
                    || operation.path().contains("{clientId}")
                    || operation.path().contains("alerts");

    /** Long enough to tell of it, however slow the machine. */
    private static final Duration SOON = Duration.ofMinutes(10);

    @Inject
    People people;

    @Inject
    Worlds worlds;

    @Inject
    Rows rows;

    String canary;
    World world;
    Someone elsewhere;
    String exercise;
    Someone clinician;
    Someone client;
    Map<String, String> ids;

    @BeforeEach
    void found() {
        if (world == null || elsewhere == null) {
            world = worlds.sandbox();
            elsewhere = people.clinician(people.practice().practice());
            people.onTeam(
                    world.first().client(),
                    AddToCareTeam.fromToday(world.supervisor().id(), CareTeamRole.SUPERVISOR));
        }
        canary = "canary" + Ids.next().toString().replace("-", ""); // what another test shared is not ours
        exercise = Noting.EXERCISE;
        clinician = world.first().clinician();
        client = world.first().client();
        ids = new HashMap<>();
        Operations.all()
                .forEach(one -> one.parameters()
                        .forEach(name -> ids.put(name, Ids.next().toString())));
        ids.putAll(world.first().ids());
    }

    @Test
    void whatIsPrivateIsReadNowhereByNobodyElse() {
        var log = log("private");
        corrects(client, log, words("private", "corrected")).then().statusCode(201);
        corrects(clinician, log, NUMBERS).then().statusCode(201).body("after.suds", equalTo(3));
        assertThat(everybodyElseReads(log, EVERYWHERE)).isEmpty();
        client.asks()
                .get("/v1/logs/" + log)
                .then()
                .body("before.context.text", equalTo(canary + " context corrected"))
                .body("after.who-helped[0].alias", equalTo(canary + " alias corrected"));
        client.asks()
                .get("/v1/logs/" + log + "/revisions")
                .then()
                .body("items", hasSize(2))
                .body("items[1].after.learned.text", equalTo(canary + " learned first"));
        clinician
                .asks()
                .get("/v1/logs/" + log)
                .then()
                .body("before.context.sharing", equalTo("private"))
                .body("before.context.text", nullValue())
                .body("after.who-helped[0].who", equalTo("friend"));
    }

    /** Else the walk proves nothing. */
    @Test
    void theWalkFindsWhatIsShared() {
        var log = log("shared");
        for (var reader : List.of(clinician, world.supervisor())) {
            assertThat(reads(reader, log, NEAR))
                    .contains("readLog tells " + reader.id(), "listClientLogs tells " + reader.id());
        }
        assertThat(reads(elsewhere, log, EVERYWHERE)).isEmpty();
    }

    @Test
    void wordsWrittenWhileItIsDoneAreTheirsToo() {
        exercise = "im-fine-pause";
        var assignment = Work.assigned(clinician, client, "{\"exercise\": \"im-fine-pause\"}");
        var task = (String) Work.tasks(clinician, assignment).get(0).get("id");
        var log = Noting.log(client, task, """
                {"before": {"suds": 6}, "during": {"tally": 2, "true-word": {"text": "%s true", "sharing": "private"}},
                 "after": {"suds": 3}, "complete": true}
                """.formatted(canary));
        assertThat(everybodyElseReads(log, EVERYWHERE)).isEmpty();
        client.asks().get("/v1/logs/" + log).then().body("during.true-word.text", equalTo(canary + " true"));
        assertThat(rows.holding(client.practice(), canary)).containsOnly("log");
        for (var sharing : List.of("shared", "private")) {
            client.asks()
                    .body("{\"sharing\": {\"during.true-word\": \"%s\"}}".formatted(sharing))
                    .put("/v1/logs/" + log + "/sharing")
                    .then()
                    .statusCode(200);
            clinician
                    .asks()
                    .get("/v1/logs/" + log)
                    .then()
                    .body("during.true-word.sharing", equalTo(sharing))
                    .body("during.true-word.text", sharing.equals("shared") ? equalTo(canary + " true") : nullValue());
        }
        assertThat(everybodyElseReads(log)).isEmpty();
    }

    @Test
    void ofADraftNobodyElseReadsAWord() {
        var task = Noting.task(clinician, client);
        var log =
                Noting.log(client, task, words("shared", "first").replace("\"complete\": true", "\"complete\": false"));
        assertThat(everybodyElseReads(log)).isEmpty();
        logs(client, task, words("shared", "first")).statusCode(200);
        clinician.asks().get("/v1/logs/" + log).then().body("after.learned.text", equalTo(canary + " learned first"));
        client.asks()
                .body(choice("private"))
                .put("/v1/logs/" + log + "/sharing")
                .then()
                .statusCode(200);
        assertThat(everybodyElseReads(log)).isEmpty();
    }

    @Test
    void whatIsKeptBesideALogIsReadByWhomItsOwnWordsWereSharedWith() {
        var task = Noting.task(clinician, client);
        var log = Noting.log(client, task, words("private", "first"));
        String kept = logs(client, task, words("private", "other"))
                .statusCode(409)
                .extract()
                .path("keptAs");
        assertThat(everybodyElseReads(kept, EVERYWHERE)).isEmpty();
        client.asks().get("/v1/logs/" + kept).then().body("after.learned.text", equalTo(canary + " learned other"));
        client.asks()
                .body(choice("shared"))
                .put("/v1/logs/" + kept + "/sharing")
                .then()
                .statusCode(200);
        clinician.asks().get("/v1/logs/" + kept).then().body("after.learned.text", equalTo(canary + " learned other"));
        assertThat(everybodyElseReads(log)).as("its words only").allMatch(told -> told.contains("istClientLogs"));
        client.asks()
                .body(choice("private"))
                .put("/v1/logs/" + log + "/sharing")
                .then()
                .statusCode(200);
        assertThat(everybodyElseReads(kept)).isEmpty();
        assertThat(rows.holding(client.practice(), canary)).containsOnly("log");
    }

    @Test
    void whatIsForTheSessionIsReadOnceItIsReleasedAndNotBefore() {
        var log = log("share-at-session");
        assertThat(everybodyElseReads(log)).isEmpty();
        var release = "{\"sharing\": {\"after.learned\": \"shared\"}}";
        for (var twice = 0; twice < 2; twice++) {
            client.asks()
                    .body(release)
                    .put("/v1/logs/" + log + "/sharing")
                    .then()
                    .statusCode(200);
        }
        clinician
                .asks()
                .get("/v1/logs/" + log)
                .then()
                .body("after.learned.text", equalTo(canary + " learned first"))
                .body("after.what-happened.text", nullValue())
                .body("after.what-happened.sharing", equalTo("share-at-session"));
        assertThat(people.count(
                        client.practice(),
                        "select count(*) from outbox_event where kind = 'log.sharing-changed' and about_id = '" + log
                                + "'"))
                .isOne();
        client.asks()
                .body(choice("private"))
                .put("/v1/logs/" + log + "/sharing")
                .then()
                .statusCode(200);
        assertThat(everybodyElseReads(log)).isEmpty();
    }

    @Test
    void anAppointmentThatBeganAfterwardsOpensWhatIsForTheSessionToTheCareTeamAlone() {
        foretold("before");
        var log = log("share-at-session");
        assertThat(everybodyElseReads(log)).isEmpty();
        foretold("after");
        for (var reader : List.of(clinician, world.supervisor())) {
            reader.asks()
                    .get("/v1/logs/" + log)
                    .then()
                    .body("after.learned.text", equalTo(canary + " learned first"))
                    .body("after.who-helped[0].alias", equalTo(canary + " alias first"));
        }
        assertThat(reads(world.integration(), log, NEAR)).isEmpty();
        // narrowed and widened again, it waits for the next one
        for (var sharing : List.of("private", "share-at-session")) {
            client.asks()
                    .body(choice(sharing))
                    .put("/v1/logs/" + log + "/sharing")
                    .then()
                    .statusCode(200);
            assertThat(everybodyElseReads(log)).as(sharing).isEmpty();
        }
    }

    @Test
    void nobodyOpensWordsForTheSessionByTellingOfOneThatHasBegun() {
        var log = log("share-at-session");
        tells("told-late", now(), false).statusCode(201);
        tells("moved-late", now().plus(Duration.ofDays(1)), false).statusCode(201);
        tells("moved-late", now(), false).statusCode(200);
        assertThat(everybodyElseReads(log)).isEmpty();
        var startsAt = now().plus(SOON);
        tells("restored", startsAt, false).statusCode(201);
        tells("restored", startsAt, true).statusCode(200);
        Sandbox.moveTo(world.admin(), startsAt.plusMillis(1));
        tells("restored", startsAt, false).statusCode(200);
        assertThat(everybodyElseReads(log)).isEmpty();
        // another zone is no other session
        var known = foretold("known");
        clinician.asks().get("/v1/logs/" + log).then().body("after.learned.text", equalTo(canary + " learned first"));
        clinician
                .asks()
                .urlEncodingEnabled(false)
                .body("{\"startsAt\": \"%s\", \"timeZone\": \"Asia/Tokyo\"}".formatted(known))
                .put("/v1/clients/" + client.id() + "/appointments/ehr%7C" + canary.substring(6) + "known")
                .then()
                .statusCode(200);
        clinician.asks().get("/v1/logs/" + log).then().body("after.learned.text", equalTo(canary + " learned first"));
        tells("known", known, true).statusCode(200);
        assertThat(everybodyElseReads(log)).isEmpty();
    }

    @Test
    void whatWasTakenOutOfALogIsTheClientsAlone() {
        var log = log("shared");
        clinician.asks().get("/v1/logs/" + log).then().body("after.learned.text", equalTo(canary + " learned first"));
        corrects(client, log, NUMBERS).then().statusCode(201);
        assertThat(everybodyElseReads(log)).isEmpty();
    }

    @Test
    void whatWasTakenBackIsNotToldAgainByAKeyThatOnceToldIt() {
        var log = log("shared");
        var key = Ids.next().toString();
        var told = keyed(clinician, key, log, NUMBERS);
        told.then().statusCode(201).body("after.learned.text", equalTo(canary + " learned first"));
        assertThat(keyed(clinician, key, log, NUMBERS).asString()).isEqualTo(told.asString());
        client.asks()
                .body(choice("private"))
                .put("/v1/logs/" + log + "/sharing")
                .then()
                .statusCode(200);
        var again = keyed(clinician, key, log, NUMBERS);
        again.then().statusCode(201).body("revision", equalTo(2)).body("after.learned.sharing", equalTo("private"));
        assertThat(again.asString() + again.headers()).doesNotContain(canary);
        keyed(clinician, key, log, NUMBERS.replace("A slip", "Another"))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("key-reused"));
    }

    @Test
    void whoeverIsToldAgainIsOnTheTrailAgain() {
        var log = log("shared");
        var key = Ids.next().toString();
        keyed(clinician, key, log, NUMBERS).then().statusCode(201);
        var reads = "select count(*) from audit_entry where action = 'log.read' and subject_id = '%s'".formatted(log);
        var before = people.count(client.practice(), reads);
        keyed(clinician, key, log, NUMBERS).then().statusCode(201);
        keyed(clinician, key, log, NUMBERS).then().statusCode(201);
        assertThat(people.count(client.practice(), reads)).isEqualTo(before + 2);
    }

    @Test
    void whoLeftTheCareTeamIsToldNothingAgain() {
        var other = people.clientOf(clinician);
        var log = Noting.log(other, Noting.task(clinician, other), words("shared", "first"));
        var key = Ids.next().toString();
        keyed(clinician, key, log, NUMBERS).then().statusCode(201);
        people.run(
                other.practice(),
                "update care_team_member set until_on = from_on where practice_id = kith_practice() and client_id = ?",
                other.id());
        var again = keyed(clinician, key, log, NUMBERS);
        again.then().statusCode(404);
        assertThat(again.asString()).doesNotContain(canary);
    }

    @Test
    void whoDoesNotSayAnewWhoMayReadTheWordsLeavesItAsItStands() {
        var log = log("shared");
        var silent = words("private", "corrected").replace(", \"sharing\": \"private\"", "");
        assertThat(silent).doesNotContain("sharing");
        corrects(client, log, silent)
                .then()
                .statusCode(201)
                .body("before.context.sharing", equalTo("shared"))
                .body("after.learned.sharing", equalTo("shared"))
                .body("after.who-helped[0].sharing", equalTo("shared"));
        clinician
                .asks()
                .get("/v1/logs/" + log)
                .then()
                .body("after.learned.text", equalTo(canary + " learned corrected"));
        client.asks()
                .body("{\"sharing\": {\"after.learned\": \"private\"}}")
                .put("/v1/logs/" + log + "/sharing")
                .then()
                .statusCode(200);
        corrects(client, log, silent.replace("corrected", "again"))
                .then()
                .statusCode(201)
                .body("after.learned.sharing", equalTo("private"))
                .body("after.what-happened.sharing", equalTo("shared"));
        // said anew, it counts; and of two helpers each keeps their own
        var two = words("private", "again")
                .replace(
                        "\"who-helped\": [",
                        "\"who-helped\": [{\"who\": \"family\", \"alias\": \"B.\", \"sharing\": \"shared\"}, ");
        corrects(client, log, two).then().body("before.context.sharing", equalTo("private"));
        corrects(client, log, two.replaceAll(", \"sharing\": \"[a-z]+\"", "").replace("\"suds\": 4", "\"suds\": 2"))
                .then()
                .body("after.suds", equalTo(2))
                .body("after.who-helped.sharing", contains("shared", "private"));
        // nor does a slip that somebody else mends need to say it
        client.asks()
                .body(choice("shared"))
                .put("/v1/logs/" + log + "/sharing")
                .then()
                .statusCode(200);
        corrects(
                        clinician,
                        log,
                        silent.replace("corrected", "again")
                                .replace("\"suds\": 4", "\"suds\": 1")
                                .replaceAll("\"who-helped\": \\[.*\\]", "\"who-helped\": []"))
                .then()
                .statusCode(201)
                .body("after.suds", equalTo(1));
    }

    @Test
    void aDraftThatGoesOnKeepsWhoMayReadItsWords() {
        var task = Noting.task(clinician, client);
        var draft = words("shared", "first").replace("\"complete\": true", "\"complete\": false");
        var log = Noting.log(client, task, draft);
        logs(client, task, words("private", "second").replace(", \"sharing\": \"private\"", ""))
                .statusCode(200)
                .body("state", equalTo("completed"))
                .body("after.learned.sharing", equalTo("shared"));
        // the same again is the same, whatever was said since
        client.asks()
                .body(choice("private"))
                .put("/v1/logs/" + log + "/sharing")
                .then()
                .statusCode(200);
        logs(client, task, words("private", "second").replace(", \"sharing\": \"private\"", ""))
                .statusCode(200)
                .body("after.learned.sharing", equalTo("private"));
    }

    @Test
    void nobodyElseChangesAWord() {
        var log = log("private");
        corrects(clinician, log, words("private", "guessed"))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasSize(4))
                .body("errors[0].code", equalTo("not-your-words"));
        corrects(clinician, log, words("private", "first")).then().statusCode(422);
        var body = "{\"exercise\": \"asking-ladder\", \"client\": \"" + client.id() + "\", \"author\": \"client\", "
                + words("private", "first").substring(1);
        for (var other : List.of(clinician, world.integration())) {
            Noting.puts(other, log, body).statusCode(409);
        }
        client.asks()
                .body("{\"sharing\": {\"after.suds\": \"shared\"}}")
                .put("/v1/logs/" + log + "/sharing")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/sharing/after.suds"))
                .body("errors[0].code", equalTo("no-words-there"));
        assertThat(clinician
                        .asks()
                        .body(choice("shared"))
                        .put("/v1/logs/" + log + "/sharing")
                        .statusCode())
                .isEqualTo(403);
        world.second()
                .client()
                .asks()
                .body(choice("shared"))
                .put("/v1/logs/" + log + "/sharing")
                .then()
                .statusCode(404);
    }

    @Test
    void aCliniciansWordsAreTheCareTeams() {
        var id = Ids.next().toString();
        var body = "{\"exercise\": \"asking-ladder\", \"client\": \"" + client.id() + "\", \"author\": \"clinician\", "
                + "\"authoredAt\": \"2026-01-01T10:00:00Z\", "
                + words("private", "first").substring(1);
        Noting.puts(clinician, id, body).statusCode(201).body("after.learned.text", equalTo(canary + " learned first"));
        world.supervisor()
                .asks()
                .get("/v1/logs/" + id)
                .then()
                .body("after.learned.text", equalTo(canary + " learned first"));
        assertThat(reads(world.integration(), id, NEAR)).isEmpty();
        client.asks()
                .body(choice("shared"))
                .put("/v1/logs/" + id + "/sharing")
                .then()
                .statusCode(409);
    }

    @Test
    void noRowButTheLogsAndNoLineHoldsAWord() {
        try (var logged = Logged.under("")) {
            var log = log("private");
            corrects(client, log, words("private", "corrected")).then().statusCode(201);
            client.asks()
                    .body(choice("shared"))
                    .put("/v1/logs/" + log + "/sharing")
                    .then()
                    .statusCode(200);
            corrects(client, log, words("private", "again").replace("friend", canary))
                    .then()
                    .statusCode(422);
            assertThat(logged.lines().stream()
                            .filter(line -> !line.startsWith("org.apache.h"))
                            .filter(line -> line.contains(canary)))
                    .isEmpty();
        }
        assertThat(rows.holding(client.practice(), canary)).containsOnly("log", "log_revision");
    }

    /** What of ours they can read near it: every GET that names the log or the client. */
    private List<String> everybodyElseReads(String log) {
        return everybodyElseReads(log, NEAR);
    }

    private List<String> everybodyElseReads(String log, Predicate<Operation> where) {
        var found = new ArrayList<String>();
        for (var who : List.of(
                clinician,
                world.supervisor(),
                world.admin(),
                world.integration(),
                world.second().client(),
                world.second().clinician(),
                elsewhere)) {
            found.addAll(reads(who, log, where));
        }
        return found;
    }

    private List<String> reads(Someone who, String log, Predicate<Operation> where) {
        ids.put("logId", log);
        var found = new ArrayList<String>();
        var seen = 0;
        for (var operation : Operations.all()) {
            if (operation.verb().equals("GET") && where.test(operation)) {
                for (var values : operation.parameters().contains("key") ? List.of(ids, named()) : List.of(ids)) {
                    for (var offered : operation.offers().isEmpty() ? List.of("*/*") : operation.offers()) {
                        var reply = operation.call(who, values, null, offered);
                        seen += reply.statusCode() == 200 ? 1 : 0;
                        if (said(reply).contains(canary)) {
                            found.add(operation.id() + " tells " + who.id());
                        }
                    }
                }
            }
        }
        if (List.of(clinician.id(), world.supervisor().id(), world.integration().id())
                .contains(who.id())) {
            assertThat(seen).as("what the walk was shown").isGreaterThan(20);
        }
        return found;
    }

    /** All of it, in words. */
    private static String said(Response reply) {
        if (reply.statusCode() == 200 && reply.contentType().startsWith("application/pdf")) {
            var text = Pdf.text(reply.asByteArray());
            assertThat(text).contains("Cleo Client");
            return text + reply.headers();
        }
        return reply.asString() + reply.headers();
    }

    private Map<String, String> named() {
        var named = new LinkedHashMap<>(ids);
        named.putAll(Map.of("key", exercise, "version", "1", "other", "1"));
        return named;
    }

    /** Told of before it begins; it has begun then. */
    private Instant foretold(String name) {
        var startsAt = now().plus(SOON).truncatedTo(ChronoUnit.MILLIS);
        tells(name, startsAt, false).statusCode(201);
        Sandbox.moveTo(world.admin(), startsAt.plusMillis(1));
        return startsAt;
    }

    /** By the practice's clock, which tests have moved. */
    private Instant now() {
        return Sandbox.now(world.admin());
    }

    private ValidatableResponse tells(String name, Instant startsAt, boolean cancelled) {
        return clinician
                .asks()
                .urlEncodingEnabled(false)
                .body("{\"startsAt\": \"%s\", \"cancelled\": %s}".formatted(startsAt, cancelled))
                .put("/v1/clients/" + client.id() + "/appointments/ehr%7C" + canary.substring(6) + name)
                .then();
    }

    private String log(String sharing) {
        return Noting.log(client, Noting.task(clinician, client), words(sharing, "first"));
    }

    private static final String NUMBERS =
            "{\"reason\": \"A slip\", \"before\": {\"rung\": 1, \"suds\": 6}, \"after\": {\"suds\": 3, \"outcome\": \"asked-yes\"}}";

    /** A canary in each place; to complete a log, and to correct one. */
    private String words(String sharing, String which) {
        var body = """
            {"before": {"rung": 1, "suds": 6, "context": {"text": "%1$s context %3$s", "sharing": "%2$s"}},
             "after": {"suds": 4, "outcome": "asked-yes",
               "what-happened": {"text": "%1$s happened %3$s", "sharing": "%2$s"},
               "learned": {"text": "%1$s learned %3$s", "sharing": "%2$s"},
               "who-helped": [{"who": "friend", "alias": "%1$s alias %3$s", "sharing": "%2$s"}]}, "complete": true}
            """.formatted(canary, sharing, which);
        return body.strip();
    }

    private static String choice(String sharing) {
        var choices = PLACES.stream()
                .map(place -> "\"%s\": \"%s\"".formatted(place, sharing))
                .toList();
        return "{\"sharing\": {" + String.join(", ", choices) + "}}";
    }

    private static Response keyed(Someone who, String key, String log, String body) {
        return who.asks().header("Idempotency-Key", key).body(body).post("/v1/logs/" + log + "/corrections");
    }

    private static Response corrects(Someone who, String log, String body) {
        var correction = body.startsWith("{\"reason\"")
                ? body
                : body.replace(", \"complete\": true}", "}").replaceFirst("\\{", "{\"reason\": \"A slip\", ");
        return who.asks().body(correction).post("/v1/logs/" + log + "/corrections");
    }
}
