package dev.kith.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.kith.house.AtOnce;
import dev.kith.house.Noting;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Rows;
import dev.kith.house.Statements;
import dev.kith.house.Worlds;
import dev.kith.time.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client's app sends so much a day that nobody planned, and no more; what calls for somebody is heard all the same. */
@QuarkusTest
class DayIsFullTest {
    private static final int RESPONSES = 200;
    private static final int LOGS = 500;
    private static final int RATINGS = 200;
    private static final String OWN = "{\"questionnaire\": \"phq-9\", \"author\": \"client\", ";
    private static final int A_DAY = 86_400;

    @Inject
    People people;

    @Inject
    Worlds worlds;

    @Inject
    Rows rows;

    Someone clinician;
    Someone client;

    @BeforeEach
    void found() {
        clinician = people.clinician(people.practice().practice());
        client = people.clientOf(clinician);
    }

    @Test
    void theLastOfADayIsTakenAndTheNextIsToldToWait() {
        responses(RESPONSES - 1);
        var last = Ids.next();
        answers(last, Worlds.CALM).statusCode(201);
        var before = rows.of(client.practice());
        var next = Ids.next();
        isFull(answers(next, Worlds.CALM), "200 responses");
        isFull(answers(next, Worlds.CALM.replace("\"complete\": true", "\"complete\": false")), "200 responses");
        // what is there is there, and its draft or a retry is no other
        answers(last, Worlds.CALM).statusCode(200);
        assertThat(rows.of(client.practice())).isEqualTo(before);
        // what was asked for is taken, others send as ever, and nobody counts what the practice brings over
        worlds.answer(client, worlds.task(clinician, client), Worlds.CALM);
        var other = people.clientOf(clinician);
        other.asks()
                .body(OWN + Worlds.CALM.substring(1))
                .put("/v1/responses/" + Ids.next())
                .then()
                .statusCode(201);
        clinician
                .asks()
                .body("{\"client\": \"" + client.id() + "\", " + OWN.substring(1) + Worlds.CALM.substring(1))
                .put("/v1/responses/" + Ids.next())
                .then()
                .statusCode(201);
    }

    @Test
    void whatOthersBroughtOverOfTheClientLeavesTheirRoom() {
        var brought = Ids.next();
        clinician
                .asks()
                .body("{\"client\": \"" + client.id() + "\", " + OWN.substring(1) + Worlds.CALM.substring(1))
                .put("/v1/responses/" + brought)
                .then()
                .statusCode(201);
        copies("response", brought, RESPONSES);
        answers(Ids.next(), Worlds.CALM).statusCode(201);
    }

    @Test
    void aNewDayHasRoom() {
        responses(RESPONSES);
        isFull(answers(Ids.next(), Worlds.CALM), "200 responses");
        // the client is in Berlin
        var lastNight = people.count(client.practice(), """
                select extract(epoch from date_trunc('day', now() at time zone 'Europe/Berlin') at time zone 'Europe/Berlin')
                """) - 1;
        people.run(
                client.practice(),
                "update response set received_at = ? where practice_id = kith_practice() and client_id = ?",
                Instant.ofEpochSecond(lastNight).atOffset(ZoneOffset.UTC),
                client.id());
        answers(Ids.next(), Worlds.CALM).statusCode(201);
    }

    @Test
    void whoeverSendManyAtOnceShareTheRoomThatIsLeft() throws Exception {
        responses(RESPONSES - 4);
        var replies = AtOnce.calls(
                16, () -> client.asks().body(OWN + Worlds.CALM.substring(1)).put("/v1/responses/" + Ids.next()));
        assertThat(replies.stream().filter(reply -> reply.statusCode() == 201)).hasSize(4);
        assertThat(replies.stream().filter(reply -> reply.statusCode() == 429)).hasSize(12);
    }

    @Test
    void aCriticalAnswerThatIsTooMuchIsHeardAndManyOfADayAreOneAlertThatEachOpensAgain() throws Exception {
        responses(RESPONSES);
        var first = Ids.next();
        isFull(answers(first, Worlds.CRITICAL), "200 responses").body("crisisCard.text", notNullValue());
        var alert = onlyAlert("open");
        for (var more = 0; more < 3; more++) {
            isFull(answers(Ids.next(), Worlds.answers(1 + more)), "200 responses")
                    .body("crisisCard.text", notNullValue());
        }
        assertThat(onlyAlert("open")).isEqualTo(alert);
        AtOnce.calls(
                16, () -> client.asks().body(OWN + Worlds.CRITICAL.substring(1)).put("/v1/responses/" + Ids.next()));
        assertThat(onlyAlert("open")).isEqualTo(alert);
        var last = Ids.next();
        isFull(answers(last, Worlds.CRITICAL), "200 responses");
        resolves(alert);
        // the same sending again is nothing new; another that says the same is
        isFull(answers(last, Worlds.CRITICAL), "200 responses").body("crisisCard.text", notNullValue());
        onlyAlert("resolved");
        isFull(answers(Ids.next(), Worlds.CRITICAL), "200 responses");
        assertThat(onlyAlert("open")).isEqualTo(alert);
        // one draft stands for them
        assertThat(count("response")).isEqualTo(RESPONSES + 1L);
    }

    @Test
    void whatACompletedResponseDoesNotSayIsHeardAtOnceAndKeptBesideItTheNextDay() {
        var task = worlds.task(clinician, client);
        var stands = worlds.answer(client, task, Worlds.CALM);
        responses(RESPONSES);
        var before = count("response");
        for (var time = 0; time < 2; time++) {
            isFull(completes(task), "200 responses").body("crisisCard.text", notNullValue(), "keptAs", nullValue());
        }
        assertThat(count("response")).isEqualTo(before);
        onlyAlert("open");
        clinician.asks().get("/v1/alerts").then().body("items.aboutId", contains(stands));
        people.run(
                client.practice(),
                "update response set received_at = received_at - interval '2 days' where practice_id = kith_practice()");
        completes(task).statusCode(409).body("crisisCard.text", notNullValue(), "keptAs", notNullValue());
        assertThat(count("response")).isEqualTo(before + 1);
    }

    private ValidatableResponse completes(String task) {
        return client.asks()
                .body(Worlds.CRITICAL)
                .put("/v1/tasks/" + task + "/response")
                .then();
    }

    @Test
    void ofManySendingsOfADayEachIsNewOnceWhateverComesBetween() {
        responses(RESPONSES);
        var first = Ids.next();
        var second = Ids.next();
        for (var id : List.of(first, second)) {
            isFull(answers(id, Worlds.CRITICAL), "200 responses");
        }
        var alert = onlyAlert("open");
        resolves(alert);
        for (var id : List.of(first, second, first)) {
            isFull(answers(id, Worlds.CRITICAL), "200 responses").body("crisisCard.text", notNullValue());
        }
        onlyAlert("resolved");
        // under an id that is known, what its rule looks at is other by now
        isFull(answers(first, Worlds.answers(3)), "200 responses");
        assertThat(onlyAlert("open")).isEqualTo(alert);
        assertThat(named(alert)).contains(first.toString(), second.toString());
    }

    /** What its steps are about. */
    private List<String> named(String alert) {
        return clinician
                .asks()
                .get("/v1/alerts/" + alert)
                .then()
                .statusCode(200)
                .extract()
                .path("history.aboutId");
    }

    @Test
    void whatIsFaultyBesidesIsHeardInTheSameAlert() {
        responses(RESPONSES);
        var faulty = Worlds.CRITICAL.replace("\"phq-9.2\": 1", "\"phq-9.2\": 9");
        for (var time = 0; time < 3; time++) {
            answers(Ids.next(), faulty).statusCode(422).body("crisisCard.text", notNullValue());
        }
        onlyAlert("open");
        assertThat(count("response")).isEqualTo(RESPONSES + 1L);
    }

    @Test
    void whatWasRefusedIsTakenTheNextDayAndRaisesItsOwnAlert() {
        responses(RESPONSES);
        var id = Ids.next();
        isFull(answers(id, Worlds.CRITICAL), "200 responses");
        people.run(
                client.practice(),
                "update response set received_at = received_at - interval '2 days' where practice_id = kith_practice()");
        answers(id, Worlds.CRITICAL).statusCode(201).body("state", equalTo("completed"));
        assertThat(people.count(
                        client.practice(), "select count(*) from alert where about_id = ? and state = 'open'", id))
                .isOne();
    }

    @Test
    void ofABatchOnlyWhatIsTooMuchIsToBeSentAgain() {
        responses(RESPONSES);
        var task = worlds.task(clinician, client);
        var unplanned = Ids.next();
        synced(item(unplanned, "", Worlds.CRITICAL), item(Ids.next(), "\"task\": \"" + task + "\", ", Worlds.CALM))
                .body("items.httpStatus", contains(429, 201))
                .body("items[0].status", equalTo("refused"))
                .body("items[0].problem.errors[0].code", equalTo("day-is-full"))
                .body("items[0].problem.errors[0].pointer", equalTo("/items/0"))
                .body("items[0].problem.crisisCard.text", notNullValue(), "crisisCards", hasSize(1));
        onlyAlert("open");
        // nor is there a way around: other answers under one id, or a task that cannot take it
        var stands = Ids.next();
        people.run(
                client.practice(),
                "update response set received_at = received_at - interval '2 days' where practice_id = kith_practice()");
        synced(item(stands, "", Worlds.CALM)).body("items.httpStatus", contains(201));
        people.run(
                client.practice(),
                "update response set received_at = now() where practice_id = kith_practice() and task_id is null");
        var other = Worlds.CALM.replace("\"phq-9.2\": 1", "\"phq-9.2\": 2");
        synced(item(stands, "", other), item(Ids.next(), "\"task\": \"" + task + "\", ", other))
                .body("items.httpStatus", contains(429, 429));
    }

    @Test
    void logsAreBoundedToo() {
        Noting.opensTheGate(clinician, client);
        var first = Noting.unplanned(client, log(Noting.DONE));
        copies("log", UUID.fromString(first), LOGS - 2);
        Noting.unplanned(client, log(Noting.DONE));
        var before = rows.of(client.practice());
        isFull(Noting.puts(client, Ids.next().toString(), log(Noting.DONE)), "500 logs");
        var other = log(Noting.DONE.replace("\"suds\": 4", "\"suds\": 3"));
        isFull(Noting.puts(client, first, other), "500 logs").body("keptAs", nullValue());
        var item = "{\"id\": \"%s\", \"kind\": \"log\", " + other.substring(1);
        synced(item.formatted(first), item.formatted(Ids.next()))
                .body("items.httpStatus", contains(429, 429))
                .body("items[0].problem.errors[0].code", equalTo("day-is-full"));
        assertThat(rows.of(client.practice())).isEqualTo(before);
        // that a stop rule was used is told all the same, and what was given is taken
        isFull(Noting.puts(client, Ids.next().toString(), log(stopped())), "500 logs");
        onlyStop("open");
        Noting.log(client, Noting.task(clinician, client), Noting.DONE);
    }

    @Test
    void whatACompletedLogDoesNotSayIsKeptBesideItTheNextDay() {
        Noting.opensTheGate(clinician, client);
        var task = Noting.task(clinician, client);
        var stands = Noting.log(client, task, Noting.DONE);
        var first = Noting.unplanned(client, log(Noting.DONE));
        copies("log", UUID.fromString(first), LOGS - 1);
        var before = count("log");
        isFull(Noting.logs(client, task, stopped()), "500 logs").body("keptAs", nullValue());
        isFull(Noting.puts(client, first, log(stopped())), "500 logs").body("keptAs", nullValue());
        assertThat(count("log")).isEqualTo(before);
        // it waits, but nobody waits to hear that a stop rule was used
        clinician
                .asks()
                .get("/v1/alerts")
                .then()
                .body("items.rule", contains("stop-rule-used", "stop-rule-used"))
                .body("items.aboutId", containsInAnyOrder(stands, first));
        people.run(
                client.practice(),
                "update log set received_at = received_at - interval '2 days' where practice_id = kith_practice()");
        Noting.logs(client, task, stopped()).statusCode(409).body("keptAs", notNullValue());
        Noting.puts(client, first, log(stopped())).statusCode(409).body("keptAs", notNullValue());
        assertThat(count("log")).isEqualTo(before + 2);
    }

    @Test
    void manyStopsOfADayThatIsFullAreOneAlertThatEachOpensAgain() throws Exception {
        Noting.opensTheGate(clinician, client);
        var one = Noting.unplanned(client, log(Noting.DONE));
        copies("log", UUID.fromString(one), LOGS - 1);
        isFull(Noting.puts(client, Ids.next().toString(), log(stopped())), "500 logs");
        var alert = onlyStop("open");
        AtOnce.calls(16, () -> client.asks().body(log(stopped())).put("/v1/logs/" + Ids.next()));
        assertThat(onlyStop("open")).isEqualTo(alert);
        var last = Ids.next().toString();
        isFull(Noting.puts(client, last, log(stopped())), "500 logs");
        resolves(alert);
        // the same sending again is nothing new; another is
        isFull(Noting.puts(client, last, log(stopped())), "500 logs");
        onlyStop("resolved");
        isFull(Noting.puts(client, Ids.next().toString(), log(stopped())), "500 logs");
        assertThat(onlyStop("open")).isEqualTo(alert);
        // what is no exercise is told once, whatever it is called
        for (var name : List.of("asking-one", "asking-two")) {
            Noting.puts(client, Ids.next().toString(), log(stopped()).replace("asking-ladder", name))
                    .statusCode(422);
        }
        assertThat(count("alert")).isEqualTo(2);
        // what is taken the next day raises its own
        people.run(
                client.practice(),
                "update log set received_at = received_at - interval '2 days' where practice_id = kith_practice()");
        Noting.puts(client, last, log(stopped())).statusCode(201);
        assertThat(people.count(client.practice(), "select count(*) from alert where about_id = ?::uuid", last))
                .isOne();
    }

    @Test
    void ofManyStopsOfADayEachIsNewOnceWhateverComesBetween() {
        Noting.opensTheGate(clinician, client);
        var one = Noting.unplanned(client, log(Noting.DONE));
        copies("log", UUID.fromString(one), LOGS - 1);
        var first = Ids.next().toString();
        var second = Ids.next().toString();
        for (var id : List.of(first, second)) {
            isFull(Noting.puts(client, id, log(stopped())), "500 logs");
        }
        var alert = onlyStop("open");
        resolves(alert);
        var before = rows.of(client.practice());
        for (var id : List.of(first, second, first, second)) {
            isFull(Noting.puts(client, id, log(stopped())), "500 logs");
        }
        assertThat(rows.of(client.practice())).isEqualTo(before);
        onlyStop("resolved");
        var third = Ids.next().toString();
        isFull(Noting.puts(client, third, log(stopped())), "500 logs");
        assertThat(onlyStop("open")).isEqualTo(alert);
        assertThat(named(alert)).startsWith(first, second).endsWith(third);
    }

    @Test
    void anAppThatRunsWildFillsNoHistory() {
        Noting.opensTheGate(clinician, client);
        var one = Noting.unplanned(client, log(Noting.DONE));
        copies("log", UUID.fromString(one), LOGS - 1);
        isFull(Noting.puts(client, Ids.next().toString(), log(stopped())), "500 logs");
        people.run(client.practice(), "update alert set steps = 99");
        for (var time = 0; time < 3; time++) {
            isFull(Noting.puts(client, Ids.next().toString(), log(stopped())), "500 logs");
        }
        assertThat(people.count(client.practice(), "select steps from alert")).isEqualTo(100);
    }

    @Test
    void aStopOfWhatATaskAsksForIsToldOfTheTaskAndNotAgainWhenItIsMended() {
        Noting.opensTheGate(clinician, client);
        var one = Noting.unplanned(client, log(Noting.DONE));
        copies("log", UUID.fromString(one), LOGS - 1);
        var task = Noting.task(clinician, client);
        var id = Ids.next().toString();
        var sent = "{\"task\": \"" + task + "\", " + stopped().strip().substring(1);
        for (var time = 0; time < 2; time++) {
            Noting.puts(client, id, sent.replace("\"suds\": 6", "\"suds\": 66")).statusCode(422);
        }
        var alert = onlyStop("open");
        clinician.asks().get("/v1/alerts").then().body("items.aboutId", contains(task));
        assertThat(named(alert)).containsExactly(id);
        resolves(alert);
        Noting.puts(client, id, sent).statusCode(201);
        assertThat(onlyStop("resolved")).isEqualTo(alert);
        // under no id of its own, too
        var other = Noting.task(clinician, client);
        Noting.logs(client, other, stopped().replace("\"suds\": 6", "\"suds\": 66"))
                .statusCode(422);
        Noting.logs(client, other, stopped()).statusCode(201);
        assertThat(count("alert")).isEqualTo(2);
    }

    /** The only alert that there is. */
    private String onlyStop(String state) {
        return clinician
                .asks()
                .get("/v1/alerts?client=" + client.id() + "&state=" + state)
                .then()
                .statusCode(200)
                .body("items.rule", contains("stop-rule-used"), "items", hasSize((int) count("alert")))
                .extract()
                .path("items[0].id");
    }

    @Test
    void ratingsAreBoundedTooAndTheCareTeamsAreNot() {
        var goal = worlds.goal(clinician, client);
        String rating = rates(client, goal).statusCode(201).extract().path("id");
        copies("goal_rating", UUID.fromString(rating), RATINGS - 1);
        isFull(rates(client, goal), "200 ratings");
        isFull(rates(client, worlds.goal(clinician, client)), "200 ratings");
        rates(clinician, goal).statusCode(201);
        assertThat(people.count(client.practice(), "select count(*) from goal_rating where author = 'client'"))
                .isEqualTo(RATINGS);
    }

    @Test
    void countingTakesOneStatementAndOnlyWhereNobodyPlanned() {
        answers(Ids.next(), Worlds.CALM).statusCode(201);
        worlds.answer(client, worlds.task(clinician, client), Worlds.CALM);
        var task = worlds.task(clinician, client);
        var planned = Statements.during(() -> worlds.answer(client, task, Worlds.CALM));
        var unplanned = Statements.during(() -> answers(Ids.next(), Worlds.CALM).statusCode(201));
        assertThat(counting(planned)).isEmpty();
        assertThat(counting(unplanned)).hasSize(1);
    }

    private static List<String> counting(List<String> asked) {
        return asked.stream().filter(sql -> sql.contains("received_at>=")).toList();
    }

    /** The only alert that there is. */
    private String onlyAlert(String state) {
        return clinician
                .asks()
                .get("/v1/alerts?client=" + client.id() + "&state=" + state)
                .then()
                .statusCode(200)
                .body("items.severity", contains("critical"), "items", hasSize((int) count("alert")))
                .extract()
                .path("items[0].id");
    }

    private void resolves(String alert) {
        clinician
                .asks()
                .body("{\"action\": \"called-client\", \"note\": \"Safe tonight.\"}")
                .post("/v1/alerts/" + alert + "/resolution")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse isFull(ValidatableResponse reply, String many) {
        return reply.statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", Integer::parseInt, allOf(greaterThan(0), lessThanOrEqualTo(A_DAY)))
                .body("errors[0].code", equalTo("day-is-full"), "detail", containsString(many))
                .body("detail", containsString("send it again after"));
    }

    private ValidatableResponse answers(UUID id, String body) {
        return client.asks()
                .body(OWN + body.substring(1))
                .put("/v1/responses/" + id)
                .then();
    }

    private static ValidatableResponse rates(Someone who, String goal) {
        return who.asks()
                .body("{\"level\": 1}")
                .post("/v1/goals/" + goal + "/ratings")
                .then();
    }

    private static String item(UUID id, String task, String answers) {
        return "{\"id\": \"" + id + "\", \"kind\": \"response\", " + task + "\"questionnaire\": \"phq-9\", "
                + answers.substring(1);
    }

    private ValidatableResponse synced(String... items) {
        return client.asks()
                .body("{\"clientTime\": \"%s\", \"items\": [%s]}".formatted(Instant.now(), String.join(", ", items)))
                .post("/v1/sync")
                .then()
                .statusCode(200);
    }

    private static String log(String body) {
        return "{\"exercise\": \"asking-ladder\", " + body.strip().substring(1);
    }

    private static String stopped() {
        return Noting.DONE.replace("\"complete\"", "\"stopRuleUsed\": true, \"complete\"");
    }

    /** So many of today, sent by the client. */
    private void responses(int many) {
        var one = Ids.next();
        answers(one, Worlds.CALM).statusCode(201);
        copies("response", one, many - 1);
    }

    /** More rows like this one. */
    private void copies(String table, UUID id, int many) {
        people.run(client.practice(), """
                insert into %1$s
                select (jsonb_populate_record(one, jsonb_build_object('id', gen_random_uuid()))).*
                from %1$s one, generate_series(1, ?) where one.practice_id = kith_practice() and one.id = ?
                """.formatted(table), many, id);
    }

    private long count(String table) {
        return people.count(client.practice(), "select count(*) from " + table + " where client_id = ?", client.id());
    }
}
