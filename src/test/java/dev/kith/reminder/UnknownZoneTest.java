package dev.kith.reminder;

import static dev.kith.house.Work.assigns;
import static dev.kith.reminder.Reminded.rules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;

import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Worlds;
import dev.kith.reminder.Reminded.Cast;
import dev.kith.shape.KnownZones;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Zones that Java knows and PostgreSQL does not: none comes in, and one that is there all the same stops nobody's work. */
@QuarkusTest
class UnknownZoneTest {
    /** Java 17 knows it; PostgreSQL takes it for a rule of POSIX. */
    private static final String ONLY_JAVAS = "SystemV/PST8";
    /** What a row may hold after a move to a server that knows fewer names. */
    private static final String GONE = "Nowhere/Else";

    private static final String A_DAY_BEFORE = "{\"channel\": \"event\", \"moment\": \"due\", \"lead\": \"P1D\"}";

    @Inject
    People people;

    @Inject
    Worlds worlds;

    @Inject
    Reminded reminded;

    @Inject
    KnownZones zones;

    Cast cast;

    @BeforeEach
    void found() {
        cast = reminded.cast();
    }

    @ParameterizedTest
    @ValueSource(strings = {ONLY_JAVAS, "CET", "Mars/Olympus", "+02:00", "europe/berlin"})
    void noneComesInForAClientTheirWorkTheirAppointmentOrAPractice(String zone) {
        refused(
                cast.clinician()
                        .asks()
                        .header("If-Match", "\"0\"")
                        .body("{\"timeZone\": \"%s\"}".formatted(zone))
                        .patch("/v1/clients/" + cast.client().id())
                        .then(),
                "/timeZone");
        refused(
                cast.admin()
                        .asks()
                        .body("{\"displayName\": \"Noa\", \"timeZone\": \"%s\", \"language\": \"en\"}".formatted(zone))
                        .post("/v1/clients")
                        .then(),
                "/timeZone");
        refused(
                cast.admin()
                        .asks()
                        .header("If-Match", "\"0\"")
                        .body("{\"timeZone\": \"%s\"}".formatted(zone))
                        .patch("/v1/practice")
                        .then(),
                "/timeZone");
        var work = "{\"questionnaire\": \"phq-9\", \"schedule\": {\"timeZone\": \"%s\"}}".formatted(zone);
        refused(assigns(cast.clinician(), cast.client(), work), "/schedule/timeZone");
        refused(
                cast.clinician()
                        .asks()
                        .body("{\"schedule\": {\"timeZone\": \"%s\"}}".formatted(zone))
                        .post("/v1/schedules/preview")
                        .then(),
                "/schedule/timeZone");
    }

    private static void refused(ValidatableResponse reply, String pointer) {
        reply.statusCode(422)
                .body("errors.pointer", hasItem(pointer))
                .body("errors[0].detail", containsString("its database"));
    }

    @Test
    void whatIsTakenTheDatabaseReckonsBy() {
        var taken = ZoneId.getAvailableZoneIds().stream().filter(zones::has).toArray(String[]::new);
        assertThat(taken).hasSizeGreaterThan(300).contains("Europe/Berlin", "UTC", "America/St_Johns");
        for (var day : new String[] {"2026-01-15T12:00:00Z", "2026-07-15T12:00:00Z"}) {
            assertThat(people.run(
                            cast.practice(),
                            "update client set time_zone = time_zone from (select max('%s'::timestamptz at time zone n) from unnest(?) n) m"
                                    .formatted(day),
                            (Object) taken))
                    .isPositive();
        }
    }

    /** A browser's older name for a place must not cost an answer that somebody gave. */
    @Test
    void whatIsOnlyKeptBesideAnAnswerMayBeAnyNameThatJavaKeeps() {
        answers("CET").statusCode(201);
        answers(ONLY_JAVAS).statusCode(422).body("errors.pointer", hasItem("/timeZone"));
    }

    private ValidatableResponse answers(String zone) {
        var task = worlds.task(cast.clinician(), cast.client());
        return cast.client()
                .asks()
                .body(Worlds.CALM.replaceFirst("\\{", "{\"timeZone\": \"" + zone + "\", "))
                .put("/v1/tasks/" + task + "/response")
                .then();
    }

    @Test
    void oneThatIsThereAllTheSameStopsNobodysReminders() {
        rules(cast, A_DAY_BEFORE, 5, "");
        var other = people.clientOf(cast.clinician());
        var theirs = new Cast(cast.admin(), cast.clinician(), other, "");
        var given = reminded.task(cast, "10:00");
        var others = reminded.task(theirs, "10:00");
        unknown(cast.client());
        reminded.work(cast, given.opensAt().minusSeconds(60)); // planned over a day of its zone
        reminded.work(cast, given.opensAt());
        assertThat(count(others.task(), "state = 'sent'")).isOne();
        assertThat(count(given.task(), "state = 'sent'")).isOne();
    }

    @Test
    void itIsReckonedByThePracticesZone() {
        rules(
                cast,
                "{\"channel\": \"event\", \"moment\": \"opens\"}",
                5,
                ", \"quietHours\": {\"from\": \"12:00\", \"to\": \"14:00\"}");
        cast.admin()
                .asks()
                .header("If-Match", "\"0\"")
                .body("{\"timeZone\": \"Asia/Tokyo\"}")
                .patch("/v1/practice")
                .then()
                .statusCode(200);
        var given = reminded.task(cast, "04:30"); // 12:30 or 11:30 in Tokyo
        var noon = given.opensAt().plus(Duration.ofHours(1)); // 12:30 or 13:30 there
        unknown(cast.client());
        reminded.work(cast, noon);
        assertThat(count(given.task(), "waits_for = 'quiet'")).isOne();
        people.run(cast.practice(), "update practice set time_zone = ?", GONE);
        assertThat(people.count(cast.practice(), "select (kith_zone('Lost/Too') = 'UTC')::int"))
                .isOne();
    }

    /** As the database has it: nobody can read a client whose zone Java does not know either. */
    private long count(String task, String which) {
        return people.count(
                cast.practice(), "select count(*) from reminder where task_id = ?::uuid and " + which, task);
    }

    private void unknown(Someone client) {
        people.run(client.practice(), "update client set time_zone = ? where id = ?", GONE, client.id());
        people.run(client.practice(), "update task set time_zone = ? where client_id = ?", GONE, client.id());
    }
}
