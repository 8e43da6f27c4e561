package dev.kith.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.house.Operations;
import dev.kith.house.Operations.Operation;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Rows;
import dev.kith.house.Worlds;
import dev.kith.house.Worlds.World;
import dev.kith.time.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two practices with the same in them. Everybody reaches for what is the first client's, by every path of the contract and
 * by the ids within bodies: it is not there, nothing moves, and the reach is on the trail.
 */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwinWorldTest {
    private static final Map<String, Object> NOT_THERE =
            Map.of("type", "/problems/not-found", "title", "Not there, or not yours.", "status", 404);

    @Inject
    People people;

    @Inject
    Worlds worlds;

    @Inject
    Rows rows;

    World here;
    World there;

    static List<Operation> operations() {
        return Operations.all().stream()
                .filter(operation -> !operation.parameters().isEmpty())
                .toList();
    }

    /** A new kind of thing in a path fails here until somebody says whose it is. */
    static List<Operation> reaching() {
        return operations().stream()
                .filter(operation -> Reach.of(operation) != Reach.NAME)
                .toList();
    }

    static List<Operation> namingTheirOwn() {
        return operations().stream()
                .filter(operation -> Reach.of(operation) == Reach.NAME)
                .toList();
    }

    static List<Operation> withIdsInTheirBodies() {
        return Operations.all().stream()
                .filter(operation -> !Bodies.idsIn(operation).isEmpty())
                .toList();
    }

    /** Once: nobody may change anything in the first world, so that it stays as it was made. */
    @BeforeEach
    void found() {
        if (here != null) {
            return;
        }
        here = worlds.world();
        there = worlds.world();
    }

    @ParameterizedTest
    @MethodSource("reaching")
    void whatIsNotTheirsIsNotThereForAnybody(Operation operation) {
        var before = rows.of(here.admin().practice());
        var wrong = new ArrayList<String>();
        for (var stranger : strangersTo(operation)) {
            for (var ids : reaches(operation, stranger)) {
                var denials = denials(stranger);
                var reply = operation.call(stranger, ids, Bodies.of(operation, ids));
                if (!told(reply).equals(NOT_THERE)) {
                    wrong.add(who(stranger) + " got " + reply.statusCode() + " " + reply.asString());
                } else if (denials(stranger) != denials + 1) {
                    wrong.add(who(stranger) + "'s denial is not on the trail");
                }
            }
        }
        assertThat(wrong).as("%s %s", operation.verb(), operation.path()).isEmpty();
        assertThat(rows.of(here.admin().practice())).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("namingTheirOwn")
    void theSameNameInAnotherPracticeIsAnotherThing(Operation operation) {
        var before = rows.of(here.admin().practice());
        for (var stranger : there.all(operation)) {
            var ids = here.first().ids();
            var status = operation
                    .call(stranger, ids, Bodies.of(operation, there.first().ids()))
                    .statusCode();
            assertThat(status).isLessThan(500);
        }
        assertThat(rows.of(here.admin().practice())).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("withIdsInTheirBodies")
    void anIdWithinABodyThatIsNotTheirsIsLikeOneThatNobodyHas(Operation operation) {
        var before = rows.of(here.admin().practice());
        for (var stranger : there.all(operation)) {
            for (var name : Bodies.idsIn(operation)) {
                var own = ownIds(stranger);
                var theirs = operation.call(
                        stranger,
                        own,
                        Bodies.with(operation, own, name, here.first().ids()));
                var nobodys = operation.call(stranger, own, Bodies.with(operation, own, name, Map.of()));
                assertThat(theirs.statusCode()).as(name).isBetween(400, 499);
                assertThat(told(theirs)).as(name).isEqualTo(told(nobodys));
            }
        }
        assertThat(rows.of(here.admin().practice())).isEqualTo(before);
    }

    private List<Someone> strangersTo(Operation operation) {
        var strangers = new ArrayList<>(there.all(operation));
        switch (Reach.of(operation)) {
            case CARE -> strangers.addAll(here.strangersTo(operation));
            case PERSON -> {
                strangers.addAll(here.all(operation));
                strangers.removeIf(who -> who.equals(here.first().client()));
            }
            default -> {}
        }
        return strangers;
    }

    /** All of it another's; and where a path names two things, the outer one one's own and the inner one another's. */
    private List<Map<String, String>> reaches(Operation operation, Someone stranger) {
        var reaches = new ArrayList<Map<String, String>>();
        reaches.add(here.first().ids());
        var names = operation.parameters();
        if (names.size() > 1 && names.stream().skip(1).anyMatch(name -> Reach.of(name) != Reach.NAME)) {
            var mixed = new HashMap<>(here.first().ids());
            mixed.putAll(Map.of(names.get(0), ownIds(stranger).get(names.get(0))));
            reaches.add(mixed);
        }
        return reaches;
    }

    private Map<String, String> ownIds(Someone stranger) {
        var world = stranger.practice().equals(here.admin().practice()) ? here : there;
        return stranger.equals(world.first().clinician())
                        || stranger.equals(world.first().client())
                ? world.first().ids()
                : world.second().ids();
    }

    /** What they are told, without what differs from call to call. */
    private static Map<String, Object> told(Response reply) {
        Map<String, Object> told = new HashMap<>(reply.jsonPath().getMap(""));
        told.keySet().removeAll(List.of("instance", "traceId"));
        told.values().removeIf(java.util.Objects::isNull);
        return told;
    }

    private long denials(Someone who) {
        return people.count(
                who.practice(),
                "select count(*) from audit_entry where outcome = 'denied' and reason = 'not-found' and actor_id = ?",
                who.account());
    }

    private String who(Someone someone) {
        return (someone.practice().equals(here.admin().practice()) ? "a neighbour " : "another practice's ")
                + someone.token().length() + " " + someone.id();
    }

    static String nobody() {
        return Ids.next().toString();
    }
}
