package dev.kith.report;

import static dev.kith.house.Phq9.answers;
import static dev.kith.house.Phq9.givenOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.kith.house.Logos;
import dev.kith.house.Noting;
import dev.kith.house.Pdf;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.PgTestResource;
import dev.kith.house.Worlds;
import dev.kith.limits.Turn;
import dev.kith.time.Ids;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A client's progress on paper, for whom it concerns, in words that they understand. */
@QuarkusTest
@QuarkusTestResource(PgTestResource.class)
class ReportResourceTest {
    private static final String NOTHING = "Nothing was answered, practised or due in this time.";

    @Inject
    People people;

    @Inject
    Worlds worlds;

    @Inject
    Turn turn;

    private Someone clinician;
    private Someone client;

    @BeforeEach
    void found() {
        clinician = people.clinician(people.practice().practice());
        client = people.clientOf(clinician);
    }

    @Test
    void itSaysWhatChangedWhetherItIsRealAndByWhatFigures() {
        answered();
        var said = text(report(clinician, "?from=2026-01-01&to=2026-03-01", "en"));
        assertThat(said)
                .contains("Willow", "Progress report", "Client Cleo Client", "1 January 2026 to 28 February 2026")
                .contains(
                        "From 18 on 5 January 2026 to 9 on 19 January 2026: 9 points lower, the good direction. That is more than the usual"
                                + " ups and downs of this measure: a real change for the better.")
                .contains("5 January 2026 18 Moderately severe Baseline", "19 January 2026 9 Mild −9 Reliably better")
                .contains("A change of 6 points or more is reliable, by a published threshold.", "Source: ")
                .contains("Scores show how questions were answered. They are no diagnosis.")
                .contains("Instruments and licences Patient Health Questionnaire (PHQ-9): Developed by Drs.");
    }

    @Test
    void itSaysSmallAndUnjudgedChangesForWhatTheyAre() {
        givenOn(clinician, client, answers(10), "2026-01-05T09:00:00Z");
        givenOn(clinician, client, answers(12), "2026-01-12T09:00:00Z");
        reflected(1, "2026-01-05T09:00:00Z");
        reflected(2, "2026-01-12T09:00:00Z");
        assertThat(text(report(clinician, "", "en")))
                .contains(
                        "2 points higher, the other direction. That is within the usual ups and downs of this measure.")
                .contains("of this scale are was never published, so nothing more is said of it.")
                .contains("Not validated, no norms, not diagnostic, not for deciding care on its own.");
    }

    @Test
    void itSpeaksGermanToWhoReadsGerman() {
        answered();
        reflected(1, "2026-01-05T09:00:00Z");
        var reply = report(clinician, "?from=2026-01-01&to=2026-03-01", "de-AT, en;q=0.3");
        assertThat(reply.header("Content-Language")).isEqualTo("de-AT");
        assertThat(text(reply))
                .contains("Verlaufsbericht", "1. Jänner 2026 bis 28. Februar 2026")
                .contains(
                        "Von 18 am 5. Jänner 2026 auf 9 am 19. Jänner 2026: 9 Punkte niedriger, die gute Richtung. Das ist mehr als das"
                                + " übliche Auf und Ab dieser Messung: eine echte Veränderung zum Besseren.")
                .contains("Nicht validiert, ohne Normen, keine Diagnostik", "Verlässlich besser", "Quelle: ")
                .contains("Sie sind keine Diagnose.");
    }

    @Test
    void exercisesWorkAndGoalsStandInIt() {
        Noting.ladder(client, 2, 5);
        Noting.log(client, Noting.task(clinician, client), Noting.DONE);
        var goal = worlds.goal(clinician, client);
        client.asks()
                .body("{\"level\": 1}")
                .post("/v1/goals/" + goal + "/ratings")
                .then()
                .statusCode(201);
        assertThat(text(report(clinician, "", "en")))
                .contains("There are no scores in this time.")
                .contains("Exercise Times Distress before Distress after")
                .contains(" 1 6 4 ")
                .contains("Goals Levels go from −2 to +2; 0 is what could fairly be hoped for.")
                .contains("Tell my sister how my day was −1: Once a month +1: Twice a week –");
    }

    @Test
    void aPeriodWithoutAnythingSaysSo() {
        answered();
        var said = text(report(clinician, "?from=2025-01-01&to=2025-02-01", "en"));
        assertThat(said).contains(NOTHING, "1 January 2025 to 31 January 2025").doesNotContain("PHQ", "licences");
        var other = people.clientOf(clinician);
        assertThat(text(clinician.asks().get(path(other, "")))).contains(NOTHING);
    }

    @Test
    void itIsKeptToTheQuestionnaireThatIsNamed() {
        answered();
        reflected(1, "2026-01-05T09:00:00Z");
        assertThat(text(report(clinician, "?questionnaire=ksr-20", "en")))
                .contains("KSR-20")
                .doesNotContain("PHQ-9");
    }

    @Test
    void aCheckInIsToldWithoutJudgingItAndWithoutAGoodWayWhereThereIsNone() {
        checkedIn(8, 1, "2026-01-05T09:00:00Z");
        checkedIn(5, 3, "2026-01-12T09:00:00Z");
        for (var reader : List.of(clinician, client)) {
            assertThat(text(report(reader, "?questionnaire=kith-check-in", "en")))
                    .contains("to 5 on 12 January 2026: 3 points lower, the good direction.")
                    .contains("to 3 on 12 January 2026: 2 points higher. ")
                    .contains("was never published, so nothing more is said of it.")
                    .contains("Not validated, no norms, not diagnostic")
                    .doesNotContain("usual ups and downs of this measure", "other direction");
            assertThat(text(report(reader, "?questionnaire=kith-check-in", "de")))
                    .contains("2 Punkte höher. ", "Kith-Wochenrückblick", "Nicht validiert, ohne Normen");
        }
    }

    private void checkedIn(int load, int wasHelped, String at) {
        clinician
                .asks()
                .body("""
                        {"client": "%s", "questionnaire": "kith-check-in", "author": "client", "authoredAt": "%s", "complete": true,
                         "answers": {"kith-check-in.load": %d, "kith-check-in.was-helped": %d}}
                        """.formatted(client.id(), at, load, wasHelped))
                .put("/v1/responses/" + Ids.next())
                .then()
                .statusCode(201);
    }

    @Test
    void itIsAFileThatNobodyKeepsUnasked() {
        answered();
        var reply = report(client, "?from=2026-01-01&to=2026-03-01", "en");
        reply.then()
                .contentType("application/pdf")
                .header("Content-Disposition", "attachment; filename=\"report-2026-01-01-2026-02-28.pdf\"")
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff");
    }

    @Test
    void theClientReadsTheirOwnWithoutWhatIsKeptForATalk() {
        answered();
        reflected(1, "2026-01-05T09:00:00Z");
        assertThat(text(report(client, "", "en"))).contains("PHQ-9", "KSR-20");
        hides("phq-9");
        assertThat(text(report(client, "", "en")))
                .contains(
                        "KSR-20",
                        "Your care team keeps the scores of Patient Health Questionnaire (PHQ-9) for a talk with you.")
                .doesNotContain("From 18", "Patient Health Questionnaire (PHQ-9): Developed", "No permission required");
        assertThat(text(report(clinician, "", "en"))).contains("PHQ-9");
        client.asks()
                .get("/v1/clients/" + client.id() + "/progress/phq-9/total.svg")
                .then()
                .statusCode(404);
    }

    @Test
    void theClientsOwnHasNoBandsAndNothingOfWhatWasMissed() throws IOException {
        givenOn(clinician, client, answers(24), "2026-01-05T09:00:00Z");
        var task = worlds.task(clinician, client);
        people.run(
                clinician.practice(),
                "update task set ended_as = 'missed', ended_at = now(), opens_at = now() - interval '2 days', due_at = now() - interval '1 day'"
                        + " where id = '" + task + "'");
        var theirs = report(client, "", "en");
        assertThat(text(theirs))
                .contains("5 January 2026 24 Baseline", "Date Score Since baseline Note")
                .doesNotContain("evere", "Missed", "missing", "Range");
        assertThat(alternatives(theirs)).contains("One score: 24 on").doesNotContain("evere", "missing");
        var clinicians = report(clinician, "", "en");
        assertThat(text(clinicians)).contains("24 Severe Baseline", "Missed");
        assertThat(alternatives(clinicians)).contains("24 (Severe)", "One measure is missing.");
    }

    /** What is read out in place of pictures. */
    private static String alternatives(Response reply) throws IOException {
        try (var pdf = Loader.loadPDF(reply.asByteArray())) {
            return Pdf.parts(pdf).stream()
                    .map(PDStructureElement::getAlternateDescription)
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" "));
        }
    }

    @Test
    void strangersGetNothing() {
        answered();
        for (var stranger : new Someone[] {
            people.clinician(clinician.practice()),
            people.clinician(people.practice().practice()),
            people.clientOf(clinician)
        }) {
            stranger.asks().get(path(client, "")).then().statusCode(404);
        }
        people.admin(clinician.practice()).asks().get(path(client, "")).then().statusCode(403);
        people.integration(clinician.practice(), "responses:read")
                .asks()
                .get(path(client, ""))
                .then()
                .statusCode(403);
        people.integration(clinician.practice(), "progress:read")
                .asks()
                .get(path(client, ""))
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "?from=2026-02-01&to=2026-02-01, #to",
        "?from=2026-02-01&to=2026-01-01, #to",
        "?questionnaire=nothing, #questionnaire"
    })
    void whatMakesNoSenseIsRefused(String query, String pointer) {
        clinician.asks().get(path(client, query)).then().statusCode(422).body("errors[0].pointer", equalTo(pointer));
        assertThat(looks()).isZero();
    }

    @Test
    void eachReportLeavesItsRowInTheTrail() {
        report(clinician, "", "en");
        report(client, "", "en");
        assertThat(looks()).isEqualTo(2);
    }

    @Test
    void whatANameSaysStaysAName() throws IOException {
        var evil = "<script>x()</script> {page.client} =1+1";
        clinician
                .asks()
                .header(
                        "If-Match",
                        clinician.asks().get("/v1/clients/" + client.id()).header("ETag"))
                .contentType("application/merge-patch+json")
                .body(Map.of("displayName", evil))
                .patch("/v1/clients/" + client.id())
                .then()
                .statusCode(200);
        var reply = report(clinician, "", "en");
        assertThat(text(reply)).contains("Client " + evil);
        assertThat(reply.header("Content-Disposition")).doesNotContain("script");
        try (var pdf = Loader.loadPDF(reply.asByteArray())) {
            assertThat(pdf.getDocumentCatalog().getOpenAction()).isNull();
        }
    }

    @Test
    void itStandsUnderTheLetterheadOfItsPracticeAndOfNoOther() throws IOException {
        answered();
        var other = people.clinician(people.practice().practice());
        var stranger = people.clientOf(other);
        lettered(clinician, "Willow Practice", "<b>12</b> Orchard Lane &amp; {page.client} ${1}", Logos.willow());
        lettered(other, "Harbour Practice", "1 Quay", Logos.png(300, 100));

        for (var reader : new Someone[] {clinician, client}) {
            var reply = report(reader, "?from=2026-01-01&to=2026-03-01", "en");
            assertThat(text(reply))
                    .contains(
                            " Willow Practice <b>12</b> Orchard Lane &amp; {page.client} ${1} +31 30 555 0100 · willow.example ")
                    .contains("Register 7", "Progress report")
                    .doesNotContain("Harbour", "Quay");
            assertThat(alternatives(reply))
                    .contains("The sign of Willow Practice")
                    .doesNotContain("Harbour");
            assertThat(logos(reply)).containsExactly(260);
        }
        var theirs = other.asks().get(path(stranger, ""));
        assertThat(text(theirs)).contains(" Harbour Practice 1 Quay").doesNotContain("Willow", "Orchard");
        assertThat(logos(theirs)).containsExactly(300);
        var third = people.clinician(people.practice().practice());
        var plain = third.asks().get(path(people.clientOf(third), ""));
        assertThat(text(plain)).contains(" Willow Progress report");
        assertThat(logos(plain)).isEmpty();
    }

    /** Writes a letterhead for the practice of this member. */
    private void lettered(Someone member, String name, String address, byte[] logo) {
        var admin = people.admin(member.practice());
        admin.asks()
                .header("If-Match", "\"0\"")
                .body(Map.of(
                        "name",
                        name,
                        "address",
                        List.of(address),
                        "phone",
                        "+31 30 555 0100",
                        "website",
                        "willow.example",
                        "registration",
                        "Register 7",
                        "logoAlt",
                        "The sign of " + name))
                .put("/v1/practice/letterhead")
                .then()
                .statusCode(200);
        admin.asks()
                .header("If-Match", "\"1\"")
                .contentType("image/png")
                .body(logo)
                .put("/v1/practice/letterhead/logo")
                .then()
                .statusCode(200);
    }

    /** How wide each picture is that stands in it. */
    private static List<Integer> logos(Response reply) throws IOException {
        try (var pdf = Loader.loadPDF(reply.asByteArray())) {
            var widths = new ArrayList<Integer>();
            for (var page : pdf.getPages()) {
                widths.addAll(Pdf.pictures(page));
            }
            return widths;
        }
    }

    @Test
    void twoArePrintedAtATimeAndOthersAreToldToComeAgain() {
        turn.take(() -> clinician.asks().get(path(client, "")).then().statusCode(200));
        turn.take(() -> turn.take(() ->
                clinician.asks().get(path(client, "")).then().statusCode(503).header("Retry-After", "5")));
        clinician.asks().get(path(client, "")).then().statusCode(200);
    }

    private void answered() {
        givenOn(clinician, client, answers(18), "2026-01-05T09:00:00Z");
        givenOn(clinician, client, answers(14), "2026-01-12T09:00:00Z");
        givenOn(clinician, client, answers(9), "2026-01-19T09:00:00Z");
    }

    private void reflected(int each, String at) {
        var items = "a1 a2 a3 a4 a5 b1 b2 b3 b4 c1 c2 c3 c4 c5 d1 d2 d3 e1 e2 e3".split(" ");
        var answers = IntStream.range(0, items.length)
                .mapToObj(i -> "\"ksr-20." + items[i] + "\": " + each)
                .collect(Collectors.joining(", ", "{", "}"));
        clinician
                .asks()
                .body(
                        "{\"client\": \"%s\", \"questionnaire\": \"ksr-20\", \"author\": \"client\", \"authoredAt\": \"%s\", \"answers\": %s, \"complete\": true}"
                                .formatted(client.id(), at, answers))
                .put("/v1/responses/" + Ids.next())
                .then()
                .statusCode(201);
    }

    private void hides(String questionnaire) {
        clinician
                .asks()
                .header("If-Match", "\"0\"")
                .body("{\"hidden\": [\"" + questionnaire + "\"]}")
                .put("/v1/clients/" + client.id() + "/progress/visibility")
                .then()
                .statusCode(200);
    }

    private Response report(Someone who, String query, String language) {
        var reply = who.asks().header("Accept-Language", language).get(path(client, query));
        reply.then().statusCode(200);
        return reply;
    }

    private static String path(Someone client, String query) {
        return "/v1/clients/" + client.id() + "/report.pdf" + query;
    }

    private static String text(Response reply) {
        return Pdf.text(reply.asByteArray());
    }

    private long looks() {
        return people.count(
                clinician.practice(),
                "select count(*) from audit_entry where action = 'report.read' and client_id = ?",
                client.id());
    }
}
