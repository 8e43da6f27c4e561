package dev.kith.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.house.Operations;
import dev.kith.house.Operations.Operation;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.time.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation of the contract, asked by everybody: the contract says who gets past the door, and nobody else does. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoleMatrixTest {
    /** Open to the world, on purpose. Whoever adds to this list has thought about it. */
    private static final Set<String> OPEN = Set.of(
            "acceptInvitation",
            "foundPractice",
            "issueToken",
            "readCalendarFeed",
            "readKeys",
            "readExerciseSchema",
            "readExerciseWordingSchema",
            "readProgramSchema",
            "readQuestionnaireSchema",
            "readWordingSchema",
            "refreshSession",
            "signIn");

    /** Past the door, whatever comes then. */
    private static final int PAST = 0;
    /** Nobody is asked who they are; what they send may be refused. */
    private static final int ANY = -1;

    @Inject
    People people;

    @Nullable
    Map<String, @Nullable Someone> everybody;

    static List<Operation> operations() {
        return Operations.all();
    }

    @Test
    void whatIsOpenToEverybodyIsOnAShortList() {
        var open = new TreeSet<String>();
        operations().stream().filter(Operation::isOpen).forEach(operation -> open.add(operation.id()));
        assertThat(open).containsExactlyInAnyOrderElementsOf(OPEN);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyOperationLetsInWhomTheContractNames(Operation operation) {
        var wrong = new ArrayList<String>();
        casts(operation).forEach((name, who) -> {
            var example =
                    operation.example() == null ? null : operation.example().toString();
            var status = operation.call(who, nowhere(), example).statusCode();
            var expected = expected(operation, name, who);
            if (!fits(operation, status, expected)) {
                wrong.add(name + " got " + status + (expected == PAST ? " and may" : " and not " + expected));
            }
        });
        assertThat(wrong).as("%s %s", operation.verb(), operation.path()).isEmpty();
    }

    /** A path that the framework finds nothing at is 404 for nobody too, who gets 401 from all that is served and not open. */
    private static boolean fits(Operation operation, int status, int expected) {
        if (status == 405
                || (status == 404
                        && operation.isOpen()
                        && operation.parameters().isEmpty())) {
            return false;
        }
        return switch (expected) {
            case ANY -> status < 500;
            case PAST -> status < 500 && status != 401 && status != 403;
            default -> status == expected;
        };
    }

    @Test
    void whatIsServedNowhereIsNotFoundBeforeAnybodyIsAskedWhoTheyAre() {
        for (var path : List.of("/v1/nothing-here", "/v1/practice/nothing-here", "/v1/clients/1/nothing-here")) {
            assertThat(RestAssured.given().get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    /** Everybody; fresh ones where the operation may end their session. */
    private Map<String, @Nullable Someone> casts(Operation operation) {
        if (everybody == null || operation.verb().equals("DELETE")) {
            everybody = casts();
        }
        var casts = everybody;
        if (operation.verb().equals("DELETE")) {
            everybody = null;
        }
        return casts;
    }

    private Map<String, @Nullable Someone> casts() {
        var admin = people.practice();
        var practice = admin.practice();
        var scopes = new TreeSet<String>();
        operations().forEach(operation -> {
            if (operation.scopes() != null) {
                scopes.addAll(operation.scopes());
            }
        });
        scopes.remove("");
        var casts = new LinkedHashMap<String, @Nullable Someone>();
        casts.put("nobody", null);
        casts.put("clinician", people.clinician(practice));
        casts.put("supervisor", people.supervisor(practice));
        casts.put("admin", admin);
        casts.put("client", people.client(practice));
        casts.put("integration", people.integration(practice, scopes.toArray(String[]::new)));
        casts.put("integration without scopes", people.integration(practice));
        return casts;
    }

    /** Ids that name nothing, and the names that everybody knows. */
    private static Map<String, String> nowhere() {
        var values = new HashMap<String, String>();
        for (var operation : operations()) {
            operation.parameters().forEach(name -> values.put(name, Ids.next().toString()));
        }
        values.putAll(Map.of("externalId", "ehr%7C1", "key", "phq-9", "version", "1", "other", "1", "language", "en"));
        return values;
    }

    private static int expected(Operation operation, String name, @Nullable Someone who) {
        if (operation.isOpen()) {
            return ANY;
        }
        if (who == null) {
            return 401;
        }
        if (!name.startsWith("integration")) {
            return operation.takes(name) ? PAST : 403;
        }
        var scopes = operation.scopes();
        if (!operation.takes("integration") || scopes == null) {
            return 403;
        }
        return name.equals("integration") || scopes.equals(List.of("")) ? PAST : 403;
    }
}
