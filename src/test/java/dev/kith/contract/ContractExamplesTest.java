package dev.kith.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** An example that the contract itself would refuse teaches the wrong thing. */
class ContractExamplesTest {

    @TestFactory
    Stream<DynamicTest> everyExampleKeepsItsSchema() {
        if (!Files.exists(ContractGate.FILE)) {
            return Stream.empty();
        }
        return examples(ContractGate.document());
    }

    static Stream<DynamicTest> examples(ContractDocument document) {
        var tests = new ArrayList<DynamicTest>();
        for (var route : document.routes()) {
            var content = route.pointer() + "/requestBody/content";
            collect(document, content, true, tests);
            route.operation()
                    .path("responses")
                    .propertyNames()
                    .forEach(status ->
                            collect(document, route.pointer() + "/responses/" + status + "/content", false, tests));
        }
        document.api()
                .path("components")
                .path("responses")
                .propertyNames()
                .forEach(name -> collect(document, "/components/responses/" + name + "/content", false, tests));
        return tests.stream();
    }

    private static void collect(ContractDocument document, String at, boolean needed, List<DynamicTest> tests) {
        document.api().at(at).properties().forEach(media -> {
            var examples = examples(media.getValue());
            // a picture has no example in text
            if (examples.isEmpty() && (!needed || media.getKey().startsWith("image/"))) {
                return;
            }
            tests.add(DynamicTest.dynamicTest(at, () -> {
                assertThat(examples).as("an example of " + at).isNotEmpty();
                var schema = at + "/" + ContractSchemas.escape(media.getKey()) + "/schema";
                for (var example : examples) {
                    assertThat(document.schemas().faultsOfClosed(schema, example))
                            .isEmpty();
                }
            }));
        });
    }

    private static List<JsonNode> examples(JsonNode media) {
        var examples = new ArrayList<JsonNode>();
        if (media.has("example")) {
            examples.add(media.get("example"));
        }
        media.path("examples").forEach(named -> examples.add(named.path("value")));
        return examples;
    }
}
