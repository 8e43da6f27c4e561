package dev.kith.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kith.database.Homes;
import dev.kith.house.Jdks;
import dev.kith.house.RunningJar;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A stranger's first ten minutes, on the packaged service. */
class WalkIT {
    private static final Map<String, String> DEMO = Map.of("KITH_DEMO", "true");

    @Test
    void theReadmesWalkWorksAsItStandsAndAgainAfterAKill() throws Exception {
        var home = Homes.fresh();
        try (var service = RunningJar.on(home, DEMO)) {
            assertWalked(walk(service));
            assertSeen(Walk.below("See change and act on it", "http://127.0.0.1:" + service.port()));
            assertPractised(Walk.below("Work between sessions", "http://127.0.0.1:" + service.port()));
            assertWritten(Walk.below("Write your own questionnaire", "http://127.0.0.1:" + service.port()));
            service.kill();
        }
        try (var service = RunningJar.on(home, DEMO)) {
            var alerts = walk(service).get(5);
            assertThat(count(alerts, "\"rule\":\"self-harm\""))
                    .as("Tess's and today's; the one from before the kill was resolved")
                    .isEqualTo(2);
        }
    }

    @Test
    void theWalkWorksOnALaterJdkToo() throws Exception {
        var later = Jdks.later();
        assumeTrue(later.isPresent(), "no JDK of version 21 or later on this machine");
        try (var service = RunningJar.with(later.get(), Homes.fresh(), DEMO)) {
            assertWalked(walk(service));
        }
    }

    private static List<String> walk(RunningJar service) throws Exception {
        return Walk.below("A first walk", "http://127.0.0.1:" + service.port());
    }

    private static void assertPractised(List<String> said) {
        assertThat(said).as(String.join("\n", said)).hasSize(7);
        assertThat(said.get(0)).contains("\"shifted\":\"gap\"", "\"opensAt\":\"2027-03-28T01:00:00Z\"");
        assertThat(said.get(1))
                .contains("\"state\":\"completed\"", "At the coffee machine", "\"code\":\"distress-drop\"");
        assertThat(said.get(2)).contains("\"outcome\":\"asked-yes\"").doesNotContain("coffee machine");
        assertThat(said.get(3)).contains("\"rule\":\"asking-ladder-step\"", "\"attempts\":1");
        assertThat(said.get(4)).contains("\"because\":\"done\"", "\"shifted\":\"none\"");
        assertThat(said.get(5)).contains("\"program\":\"learning-to-trust-again\"", "\"state\":\"assigned\"");
        assertThat(said.get(6)).contains("\"state\":\"active\"", "\"version\":2");
    }

    private static void assertSeen(List<String> said) {
        assertThat(said).as(String.join("\n", said)).hasSize(8);
        assertThat(said.get(0)).contains("\"code\":\"critical-alert-open\"", "Robin Hale", "\"order\":[");
        assertThat(said.get(1)).contains("\"displayName\":\"Robin Hale\"", "\"href\":\"");
        assertThat(said.get(2)).contains("\"state\":\"acknowledged\"");
        assertThat(said.get(3)).contains("\"state\":\"resolved\"", "called-client");
        assertThat(said.subList(4, 6)).containsExactly("robin-phq-9.svg", "robin-report.pdf");
        assertThat(said.get(6)).contains("phq-9").doesNotContain("mild", "recovered");
        assertThat(said.get(7)).contains("report", "next");
    }

    private static void assertWritten(List<String> said) {
        assertThat(said).as(String.join("\n", said)).hasSize(7);
        assertThat(said.get(0)).contains("\"key\":\"weekly-load\"", "\"state\":\"draft\"");
        assertThat(said.get(1)).contains("\"valid\":false", "\"pointer\":\"/scales/0/bands\"");
        assertThat(said.get(2)).contains("\"revision\":1");
        assertThat(said.get(3)).contains("\"value\":3", "\"code\":\"heavy\"");
        assertThat(said.get(4)).contains("\"state\":\"published\"");
        assertThat(said.get(5)).contains("\"status\":422", "\"pointer\":\"/answers/weekly-load.3\"", "not-enabled");
        assertThat(said.get(6)).contains("\"state\":\"completed\"", "My sister", "\"value\":3");
    }

    private static void assertWalked(List<String> said) {
        assertThat(said).as(String.join("\n", said)).hasSize(10);
        assertThat(said.get(0)).contains("Robin Hale", "Tess Amari").doesNotContain("Luca Brandt", "Pat Lindqvist");
        assertThat(said.get(1)).contains("\"questionnaire\":\"phq-9\"", "\"state\":\"active\"");
        assertThat(said.get(2)).contains("\"state\":\"open\"", "\"responseId\":null");
        assertThat(said.get(3)).contains("\"state\":\"in-progress\"", "\"crisisCard\":null");
        assertThat(said.get(4))
                .contains("\"state\":\"completed\"", "\"value\":6", "\"code\":\"mild\"", "\"crisisCard\":{");
        assertThat(said.get(5)).contains("\"rule\":\"self-harm\"", "\"linkId\":\"phq-9.9\"", "\"state\":\"open\"");
        assertThat(said.get(6))
                .contains("\"class\":\"reliable-improvement\"", "\"clinical\":\"recovered\"", "\"threshold\":6")
                .contains("\"reason\":\"NO_PUBLISHED_RELIABILITY\"");
        assertThat(said.subList(7, 10))
                .allSatisfy(reply -> assertThat(reply)
                        .contains("\"status\":404", "problems/not-found")
                        .doesNotContain("Robin"));
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
