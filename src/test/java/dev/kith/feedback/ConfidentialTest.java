package dev.kith.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.house.Logged;
import dev.kith.house.Operations;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Worlds;
import dev.kith.house.Worlds.World;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said between a client and their care team stays there, whoever reads whatever else the service tells. */
@QuarkusTest
class ConfidentialTest {
    private static final String WORDS = "canarybetweenus";

    @Inject
    People people;

    @Inject
    Worlds worlds;

    World world;

    @BeforeEach
    void found() {
        world = worlds.world();
    }

    @Test
    void nobodyElseReadsItAnywhere() {
        say();
        var told = new ArrayList<String>();
        var seen = 0;
        for (var operation : Operations.all()) {
            if (!operation.verb().equals("GET") || operation.path().endsWith("/stream")) {
                continue;
            }
            var ids = new HashMap<>(world.first().ids());
            operation
                    .parameters()
                    .forEach(name -> ids.putIfAbsent(name, "none")); // secret links name no person's thing
            for (var other : others()) {
                if (operation.call(other, ids, null).asString().contains(WORDS)) {
                    told.add(operation.id() + " told " + other.id());
                }
            }
            for (var insider : List.of(world.first().client(), world.first().clinician())) {
                if (operation.call(insider, ids, null).asString().contains(WORDS)) {
                    seen++;
                }
            }
        }
        assertThat(told).isEmpty();
        // the thread and the client's list for both, and the client's own: so the walk does find it where it may be
        assertThat(seen).isGreaterThanOrEqualTo(5);
    }

    @Test
    void noEventNoTrailAndNoLogHoldsItsWords() {
        try (var logged = Logged.under("dev.kith")) {
            say();
            world.first()
                    .clinician()
                    .asks()
                    .body("{\"text\": \"" + WORDS.repeat(300) + "\"}")
                    .post("/v1/responses/" + response() + "/feedback")
                    .then()
                    .statusCode(422)
                    .body(org.hamcrest.Matchers.not(org.hamcrest.Matchers.containsString(WORDS)));
            assertThat(logged.lines()).noneMatch(line -> line.contains(WORDS));
        }
        for (var table : List.of("audit_entry", "outbox_event")) {
            assertThat(people.count(
                            world.admin().practice(),
                            "select count(*) from %s t where t::text like '%%%s%%'".formatted(table, WORDS)))
                    .as(table)
                    .isZero();
        }
        assertThat(people.count(
                        world.admin().practice(),
                        "select count(*) from outbox_event where kind in ('feedback.given', 'feedback.read')"))
                .isGreaterThanOrEqualTo(4);
    }

    @Test
    void whatWasSaidCannotBeRewritten() {
        say();
        assertThatThrownBy(() -> people.run(world.admin().practice(), "update feedback set text = 'something else'"))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> people.run(world.admin().practice(), "delete from feedback"))
                .hasStackTraceContaining("permission denied");
    }

    private void say() {
        var first = world.first();
        var asked = given(first.clinician());
        given(first.client());
        first.client().asks().post("/v1/feedback/" + asked + "/read").then().statusCode(200);
    }

    private String given(Someone who) {
        return who.asks()
                .body("{\"text\": \"" + WORDS + "\"}")
                .post("/v1/responses/" + response() + "/feedback")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String response() {
        return Objects.requireNonNull(world.first().ids().get("responseId"));
    }

    private List<Someone> others() {
        return List.of(
                world.admin(),
                world.supervisor(),
                world.integration(),
                world.second().clinician(),
                world.second().client());
    }
}
