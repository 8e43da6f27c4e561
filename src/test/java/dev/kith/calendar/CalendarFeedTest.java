package dev.kith.calendar;

import static dev.kith.house.Work.assigned;
import static dev.kith.house.Work.tasks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.kith.house.Logged;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.time.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client's calendar feed: made, read by its secret alone, revoked; and that it tells when, and not what. */
@QuarkusTest
class CalendarFeedTest {
    private static final String OWN = "/v1/me/calendar-feed";

    @Inject
    People people;

    Someone clinician;
    Someone client;

    @BeforeEach
    void found() {
        clinician = people.clinician(people.practice().practice());
        client = people.clientOf(clinician);
    }

    @Test
    void aFeedIsMadeToldOnceAndRevoked() {
        client.asks().get(OWN).then().statusCode(200).body("exists", equalTo(false));
        var path = made();
        assertThat(path).matches("/v1/calendar-feeds/[A-Za-z0-9_-]{43}");
        client.asks().get(OWN).then().body("exists", equalTo(true), "lastReadAt", nullValue());
        read(path).statusCode(200);
        String readAt = client.asks().get(OWN).then().extract().path("lastReadAt");
        assertThat(Instant.parse(readAt)).isNotNull();
        client.asks().delete(OWN).then().statusCode(204);
        client.asks().delete(OWN).then().statusCode(204);
        read(path).statusCode(404);
        assertThat(trail("calendar-feed.revoked")).isEqualTo(1);
    }

    @Test
    void aNewAddressEndsTheOldOne() {
        var first = made();
        var second = made();
        assertThat(second).isNotEqualTo(first);
        read(first).statusCode(404);
        read(second).statusCode(200);
        assertThat(trail("calendar-feed.made")).isEqualTo(2);
    }

    @Test
    void aRetriedMakingGivesTheSameAddress() {
        var key = Ids.next().toString();
        var first =
                client.asks().header("Idempotency-Key", key).post(OWN).then().statusCode(201);
        var again =
                client.asks().header("Idempotency-Key", key).post(OWN).then().statusCode(201);
        String path = first.extract().path("path");
        assertThat(again.extract().<String>path("path")).isEqualTo(path);
        read(path).statusCode(200);
    }

    @Test
    void onlyClientsHaveOneAndASecretOfNobodysIsNotThere() {
        clinician.asks().post(OWN).then().statusCode(403);
        read("/v1/calendar-feeds/" + "A".repeat(43)).statusCode(404);
        read("/v1/calendar-feeds/x").statusCode(404);
        read("/v1/calendar-feeds/" + "A".repeat(101)).statusCode(422);
    }

    @Test
    void eachTaskIsOneEventFromOpeningToDueWithAStableName() throws Exception {
        var assignment = assigned(clinician, client, """
                {"questionnaire": "phq-9", "schedule": {"rrule": "FREQ=DAILY;COUNT=3", "opensFor": "P1D", "dueAfter": "PT20H"}}
                """);
        var path = made();
        var events = events(path);
        assertThat(events).hasSize(3);
        var tasks = tasks(clinician, assignment);
        for (var i = 0; i < 3; i++) {
            var event = events.get(i);
            var task = tasks.get(i);
            assertThat(value(event, Property.UID)).isEqualTo(task.get("id") + "@kith");
            assertThat(value(event, Property.DTSTART)).isEqualTo(utc(task, "opensAt"));
            assertThat(value(event, Property.DTEND)).isEqualTo(utc(task, "dueAt"));
            assertThat(value(event, Property.SUMMARY)).isEqualTo("Something for you");
        }
        people.run(
                client.practice(),
                "update task set ended_as = 'cancelled', ended_why = 'schedule-revised', ended_at = opens_at where id = ?::uuid",
                String.valueOf(tasks.get(2).get("id")));
        assertThat(events(path)).hasSize(2);
        clinician
                .asks()
                .header("If-Match", "*")
                .body("{\"state\": \"paused\"}")
                .patch("/v1/assignments/" + assignment)
                .then()
                .statusCode(200);
        assertThat(events(path)).isEmpty();
    }

    @Test
    void itTellsWhenAndNotWhat() {
        people.run(
                client.practice(),
                "update client set display_name = 'canary-name', language = 'de-AT' where id = ?",
                client.id());
        assigned(
                clinician,
                client,
                "{\"questionnaire\": \"phq-9\", \"reason\": \"canary-reason\", \"note\": \"canary-note\"}");
        var text = read(made()).statusCode(200).extract().asString();
        assertThat(text).contains("SUMMARY:Etwas für dich", "CLASS:PRIVATE", "TRANSP:TRANSPARENT");
        assertThat(text.toLowerCase(Locale.ROOT))
                .doesNotContain(
                        "canary",
                        "phq",
                        "questionnaire",
                        "health",
                        "depress",
                        "willow",
                        client.id().toString());
        assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(75));
    }

    @Test
    void theSameAgainIsNotSentAgain() {
        assigned(clinician, client, "{\"questionnaire\": \"phq-9\"}");
        var path = made();
        var tag = read(path)
                .statusCode(200)
                .contentType("text/calendar")
                .header("Cache-Control", "private, max-age=300")
                .extract()
                .header("ETag");
        RestAssured.given().header("If-None-Match", tag).get(path).then().statusCode(304);
        assigned(clinician, client, "{\"questionnaire\": \"gad-7\"}");
        RestAssured.given().header("If-None-Match", tag).get(path).then().statusCode(200);
    }

    @Test
    void anArchivedClientsFeedShowsNothing() {
        var path = made();
        people.run(client.practice(), "update client set archived_at = created_at where id = ?", client.id());
        read(path).statusCode(404);
    }

    @Test
    void theSecretIsInNoLogNoMeasureAndNoRow() {
        var path = made();
        var secret = path.substring(path.lastIndexOf('/') + 1);
        try (var logged = Logged.under("")) {
            read(path).statusCode(200);
            read(path + "x").statusCode(404);
            read(path + "/x").statusCode(404);
            assertThat(logged.lines())
                    .filteredOn(line -> !line.startsWith("org.apache.http")) // the test's own client
                    .isNotEmpty()
                    .noneMatch(line -> line.contains(secret));
        }
        assertThat(RestAssured.get("/q/metrics").asString()).doesNotContain(secret);
        for (var table : List.of("audit_entry", "outbox_event", "calendar_feed")) {
            assertThat(people.count(
                            client.practice(),
                            "select count(*) from " + table + " t where strpos(t::text, ?) > 0",
                            secret))
                    .as(table)
                    .isZero();
        }
    }

    private String made() {
        return client.asks().post(OWN).then().statusCode(201).extract().path("path");
    }

    private static ValidatableResponse read(String path) {
        return RestAssured.get(path).then();
    }

    private long trail(String action) {
        return people.count(client.practice(), "select count(*) from audit_entry where action = ?", action);
    }

    private static List<VEvent> events(String path) throws Exception {
        var text = read(path).statusCode(200).extract().asString();
        return new CalendarBuilder().build(new StringReader(text)).getComponents(Component.VEVENT);
    }

    private static String value(VEvent event, String name) {
        return event.getRequiredProperty(name).getValue();
    }

    private static String utc(Map<String, Object> task, String member) {
        return String.valueOf(task.get(member)).replaceAll("[-:]|\\.\\d+", "");
    }
}
