package dev.kith.webhook;

import static org.hamcrest.Matchers.startsWith;

import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Worlds;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A practice in which things happen, and its webhooks; events are sent when a test says so. */
@ApplicationScoped
class Hooked {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    People people;

    @Inject
    Worlds worlds;

    @Inject
    Dispatching dispatching;

    /** The people of one test. */
    record Cast(Someone admin, Someone clinician, Someone client) {
        UUID practice() {
            return admin.practice();
        }
    }

    /** What one is told when one registers. */
    record Hook(String id, String secret) {}

    Cast cast() {
        var admin = people.practice();
        var clinician = people.clinician(admin.practice());
        return new Cast(admin, clinician, people.clientOf(clinician));
    }

    /** A critical answer; the id of its response. */
    String answer(Cast cast) {
        return worlds.answer(cast.client(), worlds.task(cast.clinician(), cast.client()), Worlds.CRITICAL);
    }

    /** Puts events of this kind into the practice's outbox. */
    void happens(Cast cast, String kind, int times) {
        people.run(cast.practice(), """
                insert into outbox_event (practice_id, id, kind, about_id, client_id, payload, occurred_at)
                select kith_practice(), gen_random_uuid(), ?, gen_random_uuid(), ?, '{"code": "canary-code"}', now()
                from generate_series(1, ?)
                """, kind, cast.client().id(), times);
    }

    static Hook hook(Someone who, String url, String... events) {
        var reply = registers(who, url, events).statusCode(201).body("secret", startsWith("whsec_"));
        return new Hook(reply.extract().path("id"), reply.extract().path("secret"));
    }

    static ValidatableResponse registers(Someone who, String url, String... events) {
        var list = events.length == 0 ? "null" : "[\"" + String.join("\", \"", events) + "\"]";
        return who.asks()
                .body("{\"url\": \"%s\", \"events\": %s}".formatted(url, list))
                .post("/v1/webhooks")
                .then();
    }

    static ValidatableResponse reads(Someone who, Hook hook) {
        return who.asks().get("/v1/webhooks/" + hook.id()).then();
    }

    static ValidatableResponse writes(Someone who, Hook hook, String url, String state) {
        return who.asks()
                .header("If-Match", "*")
                .body("{\"url\": \"%s\", \"state\": \"%s\"}".formatted(url, state))
                .put("/v1/webhooks/" + hook.id())
                .then();
    }

    /** From now on it asks for these. */
    static ValidatableResponse asksFor(Someone who, Hook hook, String url, String state, String... events) {
        return who.asks()
                .header("If-Match", "*")
                .body("{\"url\": \"%s\", \"state\": \"%s\", \"events\": [\"%s\"]}"
                        .formatted(url, state, String.join("\", \"", events)))
                .put("/v1/webhooks/" + hook.id())
                .then();
    }

    static List<Map<String, Object>> deliveries(Someone who, Hook hook, String query) {
        return who.asks()
                .get("/v1/webhooks/" + hook.id() + "/deliveries?limit=200" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    /** What happened and is due is sent, as any replica does it. */
    void send(Cast cast) throws Exception {
        dispatching.in(cast.practice()).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** As if the pauses of all were over. */
    void pausesAreOver(Cast cast) {
        people.run(cast.practice(), "update webhook_delivery set next_at = now() where next_at is not null");
        people.run(cast.practice(), "update webhook_standing set paused_until = null");
    }

    long count(Cast cast, String state) {
        return people.count(cast.practice(), "select count(*) from webhook_delivery where state = ?", state);
    }
}
