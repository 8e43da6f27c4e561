package dev.kith.reminder;

import static dev.kith.house.Work.assigned;
import static dev.kith.house.Work.tasks;

import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.mail.Reach;
import dev.kith.mail.Rest;
import dev.kith.tenancy.Practices;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A practice with one client to remind, and its rules; time is what a test says it is. */
@ApplicationScoped
class Reminded {
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Inject
    People people;

    @Inject
    Practices practices;

    @Inject
    Reminding reminding;

    @Inject
    Claiming claiming;

    @Inject
    Rest rest;

    @Inject
    Clock clock;

    /** The people of one test. */
    record Cast(Someone admin, Someone clinician, Someone client, String address) {
        UUID practice() {
            return admin.practice();
        }
    }

    /** A task and when it opens. */
    record Given(String task, Instant opensAt) {}

    Cast cast() {
        rest.answered(); // what another test did to the mail server is over
        var admin = people.practice();
        var clinician = people.clinician(admin.practice());
        var client = people.clientOf(clinician);
        String address = clinician
                .asks()
                .get("/v1/clients/" + client.id())
                .then()
                .statusCode(200)
                .extract()
                .path("email");
        return new Cast(admin, clinician, client, address);
    }

    /** The first rules of a practice: these, so many a day, and quiet or not. */
    static void rules(Cast cast, String rules, int mostPerDay, String more) {
        cast.admin()
                .asks()
                .header("If-Match", "*")
                .body("{\"rules\": [%s], \"mostPerDay\": %d%s}".formatted(rules, mostPerDay, more))
                .put("/v1/practice/reminder-rules")
                .then()
                .statusCode(200);
    }

    /** Opens tomorrow at this hour of the client's day. */
    Given task(Cast cast, String hour) {
        var tomorrow = LocalDate.ofInstant(clock.instant(), BERLIN).plusDays(1);
        var assignment = assigned(cast.clinician(), cast.client(), """
                {"questionnaire": "phq-9", "reason": "canary-reason", "note": "canary-note",
                 "schedule": {"start": "%sT%s", "opensFor": "P3D", "dueAfter": "P1D"}}
                """.formatted(tomorrow, hour));
        var task = tasks(cast.clinician(), assignment).get(0);
        return new Given(String.valueOf(task.get("id")), Instant.parse(String.valueOf(task.get("opensAt"))));
    }

    /** As a worker does it at that moment, to the end. */
    void work(Cast cast, Instant now) {
        while (practices.<Boolean>within(cast.practice(), () -> reminding.step(now))) {
            // more is due
        }
    }

    /** As a worker that dies before it sends anything. */
    int claimOnly(UUID practice, Instant now) {
        return practices
                .<Claiming.Claimed>within(practice, () -> claiming.claim(now, Reach.THERE))
                .toSend()
                .size();
    }

    /** One step of claiming; how many clients were gone through. */
    int claimAll(UUID practice, Instant now) {
        return practices
                .<Claiming.Claimed>within(practice, () -> claiming.claim(now, Reach.THERE))
                .clients();
    }

    static List<Map<String, Object>> reminders(Cast cast, String task) {
        return list(cast.client(), task).statusCode(200).extract().path("items");
    }

    static ValidatableResponse list(Someone who, String task) {
        return who.asks().get("/v1/tasks/" + task + "/reminders").then();
    }
}
