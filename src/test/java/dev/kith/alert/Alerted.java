package dev.kith.alert;

import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Worlds;
import dev.kith.mail.Rest;
import dev.kith.tenancy.Practices;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A practice with a client whose answers raise alerts; time is what a test says it is. */
@ApplicationScoped
class Alerted {
    static final String POLICY = """
            {"critical": {"acknowledgeWithin": "PT1H", "escalateEvery": "PT30M", "resolveWithin": "P1D", "remindEvery": "P1D"},
             "warning": {"acknowledgeWithin": "P1D", "escalateEvery": "P1D", "resolveWithin": "P7D", "remindEvery": "P7D"},
             "notice": {"acknowledgeWithin": "P3D", "escalateEvery": "P1D", "resolveWithin": "P14D", "remindEvery": "P7D"},
             "onCall": [%s], "stopRule": "notice", "signInUrl": "https://staff.willow.example/alerts"}
            """;

    @Inject
    People people;

    @Inject
    Worlds worlds;

    @Inject
    Practices practices;

    @Inject
    Escalating escalating;

    @Inject
    Telling telling;

    @Inject
    Rest rest;

    @Inject
    Clock clock;

    /** The people of one test. */
    record Cast(Someone admin, Someone supervisor, Someone clinician, Someone client) {
        UUID practice() {
            return admin.practice();
        }
    }

    Cast cast() {
        var admin = people.practice();
        var supervisor = people.supervisor(admin.practice());
        var clinician = people.clinicianSupervisedBy(supervisor);
        return new Cast(admin, supervisor, clinician, people.clientOf(clinician));
    }

    /** A critical answer; the id of its response. */
    String answer(Cast cast) {
        return worlds.answer(cast.client(), worlds.task(cast.clinician(), cast.client()), Worlds.CRITICAL);
    }

    /** A critical answer, and the alert that it raised. */
    String alert(Cast cast) {
        var response = answer(cast);
        return list(cast.clinician(), "?limit=200").stream()
                .filter(alert -> response.equals(alert.get("aboutId")))
                .map(alert -> String.valueOf(alert.get("id")))
                .findFirst()
                .orElseThrow();
    }

    /** The on-call list, before any other policy was written. */
    void onCall(Cast cast, Someone... members) {
        var ids = java.util.Arrays.stream(members)
                .map(m -> '"' + m.id().toString() + '"')
                .toList();
        cast.admin()
                .asks()
                .header("If-Match", "*")
                .body(POLICY.formatted(String.join(", ", ids)))
                .put("/v1/practice/alert-policy")
                .then()
                .statusCode(200);
    }

    /** What is due at that moment, as any replica does it. */
    void work(Cast cast, Instant now) {
        while (practices.<Boolean>within(cast.practice(), () -> escalating.step(now))) {
            // more is due
        }
    }

    /** E-mails, as any replica sends them. */
    void mail(Cast cast) {
        rest.answered(); // whatever another test's server did
        while (practices.<Boolean>within(cast.practice(), telling::tick)) {
            // more is to be told
        }
    }

    Instant in(Duration later) {
        return clock.instant().plus(later);
    }

    static List<Map<String, Object>> list(Someone who, String query) {
        return who.asks()
                .get("/v1/alerts" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    static ValidatableResponse read(Someone who, String alert) {
        return who.asks().get("/v1/alerts/" + alert).then();
    }

    static ValidatableResponse acknowledges(Someone who, String alert) {
        return who.asks().post("/v1/alerts/" + alert + "/acknowledgement").then();
    }

    static ValidatableResponse resolves(Someone who, String alert) {
        return who.asks()
                .body("{\"action\": \"called-client\", \"note\": \"Safe tonight.\"}")
                .post("/v1/alerts/" + alert + "/resolution")
                .then();
    }

    static ValidatableResponse handsOver(Someone who, String alert, Someone to) {
        return who.asks()
                .body("{\"memberId\": \"%s\", \"reason\": \"In the house today.\"}".formatted(to.id()))
                .post("/v1/alerts/" + alert + "/owner")
                .then();
    }
}
