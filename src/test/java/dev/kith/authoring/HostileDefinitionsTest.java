package dev.kith.authoring;

import static dev.kith.house.OwnQuestionnaire.json;
import static dev.kith.house.OwnQuestionnaire.path;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Rows;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Definitions that somebody wrote to do harm: refused with the place that is wrong, soon, and without a trace. */
@QuarkusTest
class HostileDefinitionsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    People people;

    @Inject
    Rows rows;

    Someone author;

    @BeforeEach
    void found() {
        author = people.supervisor(people.practice().practice());
    }

    @Test
    void tenThousandItemsAreRefused() throws IOException {
        refused(spoilt(written -> items(written, 10_000, "")), 422, "/items", "too-many");
        refused(spoilt(written -> items(written, 501, "")), 422, "/items", "max-items");
    }

    @Test
    void aThousandQuestionsThatHangOnEachOtherAreRefused() throws IOException {
        refused(spoilt(written -> items(written, 1_000, "evening.c")), 422, "/items", "max-items");
    }

    @Test
    void aThousandConditionsOfOneQuestionAreRefused() throws IOException {
        var hostile = spoilt(written -> {
            var conditions = ((ObjectNode) written.at("/items/1")).putArray("enableWhen");
            for (var i = 0; i < 1_000; i++) {
                conditions
                        .addObject()
                        .put("item", "evening.1")
                        .put("operator", "=")
                        .put("value", i);
            }
        });
        refused(hostile, 422, "/items/1/enableWhen", "max-items");
    }

    @Test
    void whatIsKeptAsADraftIsStillNotPublished() throws IOException {
        var chain = spoilt(written -> items(written, 400, "evening.c"));
        assertThat(send(chain).statusCode()).isEqualTo(201);
        var reply = Refused.by(rows, author, () -> author.asks().body("{}").post(path("evening", 1) + "/publication"));
        assertThat(Refused.told(reply)).anyMatch(fault -> fault.matches("/items/\\d+/enableWhen.* .*"));
    }

    @ParameterizedTest
    @CsvSource({"25, 422, /items/0/x/x, too-deep", "50, 400, '', ''"})
    void nestingWithoutNeedIsRefused(int depth, int status, String pointer, String code) throws IOException {
        var deep = spoilt(written -> {
            var node = (ObjectNode) written.at("/items/0");
            for (var i = 0; i < depth; i++) {
                node = node.putObject("x");
            }
        });
        refused(deep, status, pointer, code);
        refused("{\"key\": " + "[".repeat(10 * depth) + "]".repeat(10 * depth) + "}", 400, "", "");
    }

    @ParameterizedTest
    @CsvSource({
        "/scales/0/bands/0/to, NaN, 400",
        "/scales/0/bands/0/to, 1e300, 400",
        "/scales/0/bands/0/to, 1e999999999, 400",
        "/scales/0/bands/0/to, '\"NaN\"', 422",
        "/scales/0/bands/0/to, null, 422",
        "/scales/0/decimals, 1000000000, 422",
        "/optionSets/often/0/value, -1000001, 422",
        "/optionSets/often/0/value, 0.1234567890123, 422",
        "/items/0/max, 123456789012345678901234567890, 422",
        "/scales/0/weights/evening.1, 10000000, 422",
    })
    void aNumberThatIsNoneOrTooLargeIsRefused(String pointer, String number, int status) throws IOException {
        var hostile = spoilt(written -> {
            if (pointer.contains("weights")) {
                ((ObjectNode) written.at("/scales/0")).putObject("weights");
            }
            put(written, pointer, "HERE");
        });
        refused(hostile.replace("\"HERE\"", number), status, pointer, "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u202e", "\\u2066", "\\u200b", "\\ufeff", "\\u2060", "\\u0007", "\\u200e"})
    void whatCannotBeSeenIsRefused(String hidden) throws IOException {
        refused(
                spoilt(written -> put(written, "/title/en", "HERE")).replace("HERE", "Eve" + hidden + "ning"),
                422,
                "/title/en",
                "hidden-character");
        refused(
                spoilt(written -> put(written, "/items/0/text/en", "HERE")).replace("HERE", hidden),
                422,
                "/items/0/text/en",
                "hidden-character");
    }

    @Test
    void textsWithoutEndAreRefused() throws IOException {
        refused(spoilt(written -> put(written, "/purpose/en", "x".repeat(4_001))), 422, "/purpose/en", "too-long");
        refused(spoilt(written -> put(written, "/purpose/en", "x".repeat(900_000))), 400, "", "");
        refused(spoilt(written -> put(written, "/purpose/en", "x".repeat(1024 * 1024))), 413, "", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/key",
                "/items/0/linkId",
                "/scales/0/code",
                "/recallPeriod",
                "/passport/licence/checkedOn",
                "/languages/0"
            })
    void whatIsMadeToKeepAPatternBusyDoesNot(String pointer) throws IOException {
        refused(spoilt(written -> put(written, pointer, "a-".repeat(1_900) + "!")), 422, pointer, "");
        refused(spoilt(written -> put(written, pointer, "P1D1".repeat(900))), 422, pointer, "");
    }

    @Test
    void nobodyBringsAPattern() throws IOException {
        refused(
                spoilt(written -> put(written, "/items/0/pattern", "(a+)+$")),
                422,
                "/items/0/pattern",
                "additional-properties");
    }

    @Test
    void aDraftThatIsThereStaysAsItIs() throws IOException {
        assertThat(send(json("evening")).statusCode()).isEqualTo(201);
        for (var hostile : List.of(
                spoilt(written -> items(written, 10_000, "")),
                spoilt(written -> put(written, "/title/en", "Eve\u202ening")))) {
            Refused.by(
                    rows,
                    author,
                    () -> author.asks()
                            .header("If-Match", "\"0\"")
                            .body(hostile)
                            .put(path("evening", 1) + "/definition"));
        }
    }

    private void refused(String body, int status, String pointer, String code) {
        var reply = Refused.by(rows, author, () -> send(body));
        assertThat(reply.statusCode()).as(reply.asString()).isEqualTo(status);
        if (!pointer.isEmpty()) {
            assertThat(Refused.told(reply)).anyMatch(fault -> fault.startsWith(pointer) && fault.contains(" " + code));
        }
    }

    private Response send(String body) {
        return author.asks().body(body).post("/v1/questionnaires");
    }

    private static String spoilt(Consumer<ObjectNode> change) throws IOException {
        var written = (ObjectNode) JSON.readTree(json("evening"));
        change.accept(written);
        return written.toString();
    }

    private static void put(ObjectNode written, String pointer, String value) {
        var at = pointer.lastIndexOf('/');
        var parent = written.at(pointer.substring(0, at));
        var name = pointer.substring(at + 1);
        if (parent instanceof ObjectNode object) {
            object.put(name, value);
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(name), value);
        }
    }

    private static void items(ObjectNode written, int many, String chain) {
        for (var i = 0; i < many; i++) {
            var item = written.withArray("items")
                    .addObject()
                    .put("linkId", "evening.c" + i)
                    .put("type", "boolean")
                    .put("required", false);
            if (!chain.isEmpty() && i > 0) {
                item.putArray("enableWhen")
                        .addObject()
                        .put("item", chain + (i - 1))
                        .put("operator", "=")
                        .put("value", true);
            }
        }
    }
}
