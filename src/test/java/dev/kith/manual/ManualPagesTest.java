package dev.kith.manual;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.definition.Definitions;
import dev.kith.definition.Text;
import dev.kith.exercise.Exercises;
import dev.kith.house.PgTestResource;
import dev.kith.program.Programs;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages for people say what is so. */
@QuarkusTest
@QuarkusTestResource(PgTestResource.class)
class ManualPagesTest {

    @Test
    void theLibraryNamesEverythingThatShips() {
        var page = page("/docs/library");
        for (var shipped : Definitions.shipped()) {
            var definition = shipped.definition();
            assertThat(page)
                    .contains("id=\"" + definition.key() + "\"")
                    .contains(definition.passport().licence().code());
            definition.scales().forEach(scale -> assertThat(page).contains("<code>" + scale.code() + "</code>"));
        }
        assertThat(page).contains("Not validated, no norms, not diagnostic");
    }

    @Test
    void theFormatNamesEveryFieldOfTheSchemas() throws Exception {
        var page = page("/docs/questionnaire-format");
        for (var schema : new String[] {"questionnaire", "wording"}) {
            var written = new ObjectMapper()
                    .readTree(given().get("/schemas/" + schema + ".json").asString());
            assertNamed(page, written);
            written.path("$defs").forEach(each -> assertNamed(page, each));
        }
    }

    @Test
    void theExerciseLibraryTellsEverythingThatShips() {
        var page = page("/docs/exercises");
        assertThat(page("/docs/library")).contains("href=\"/docs/exercises\"");
        assertThat(page).contains("href=\"/docs/library\"");
        for (var shipped : Exercises.shipped()) {
            var definition = shipped.definition();
            assertThat(page).contains("id=\"" + definition.key() + "\"").contains(">" + definition.key() + "</code>");
            definition.steps().forEach(step -> assertTold(page, step.text()));
            definition.stopRules().forEach(rule -> assertTold(page, rule.text()));
            definition.gates().forEach(gate -> assertTold(page, gate.text()));
            definition.contraindications().forEach(text -> assertTold(page, text));
            definition.sources().forEach(source -> assertTold(page, source.idea()));
            definition.after().forEach(field -> assertTold(page, field.label()));
        }
    }

    private static void assertTold(String page, Text text) {
        assertThat(page.replace("&#39;", "'").replace("&quot;", "\"").replace("&amp;", "&"))
                .contains(text.in("en"));
    }

    @Test
    void theExerciseFormatNamesEveryFieldOfItsSchemas() throws Exception {
        var page = page("/docs/exercise-format");
        for (var schema : new String[] {"exercise", "exercise-wording"}) {
            var written = new ObjectMapper()
                    .readTree(given().get("/schemas/" + schema + ".json").asString());
            assertNamed(page, written);
            written.path("$defs").forEach(each -> assertNamed(page, each));
        }
    }

    @Test
    void eachProgramIsToldWeekByWeek() {
        var page = page("/docs/programs");
        for (var program : Programs.outlines()) {
            assertThat(page).contains("id=\"" + program.key() + "\"", program.title());
            program.weeks()
                    .forEach(week ->
                            week.steps().forEach(step -> assertThat(page).contains(step.code())));
        }
        assertThat(page).contains("grounding-five-senses, 3 times a week", "k10 or core-10", "a clinician&#39;s word");
        assertThat(page("/docs/program-format")).contains("mayReturnTo", "no-critical-alert");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/docs/questionnaire-format",
                "/docs/exercise-format",
                "/docs/exercises",
                "/docs/programs",
                "/docs/program-format"
            })
    void noLinkOnThePageLeadsNowhere(String path) {
        var page = page(path);
        var links = java.util.regex.Pattern.compile("href=\"#([^\"]+)\"").matcher(page);
        var seen = 0;
        while (links.find()) {
            seen++;
            assertThat(page).contains("id=\"" + links.group(1) + "\"");
        }
        assertThat(seen).isGreaterThanOrEqualTo(3);
    }

    private static void assertNamed(String page, JsonNode object) {
        object.path("properties")
                .fieldNames()
                .forEachRemaining(name -> assertThat(page).contains("<code>" + name + "</code>"));
    }

    private static String page(String path) {
        var reply = given().get(path);
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.contentType()).startsWith("text/html");
        return reply.asString();
    }
}
