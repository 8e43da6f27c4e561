package dev.kith.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gate is seen to fail, on a small document of its own. */
class ContractGateTest {
    private static final ContractDocument DOCUMENT =
            new ContractDocument(Path.of("src/test/resources/contract/sample.yaml"));
    private static final String LIST = "/v1/clients/0190a3c2-7b1e-7000-8000-000000000001/assignments";
    private static final String ONE = LIST + "/0190a3c2-7b1e-7000-8000-000000000002";
    private static final Map<String, String> TAGGED = Map.of("etag", "\"1\"");
    private static final String GOOD = """
            {"id":"aa5ae4e3-1e90-45f7-a5b0-69db58a49be3","clientId":"0190a3c2-7b1e-7000-8000-000000000001",\
            "exercise":"b","note":null,"state":"in-progress","schedule":{"start":"2026-01-01","rrule":null,\
            "timeZone":"Z","opensFor":null,"times":3},"createdAt":"2026-11-22T08:31:16.171779Z","band":null,\
            "target":{"kind":"questionnaire","key":"k","version":1}}""";
    private static final String PROBLEM = """
            {"type":"https://kith.example/problems/unavailable","title":"t","status":503,"detail":null,\
            "instance":null,"traceId":null,"errors":null}""";

    @Test
    void passesTheTruth() {
        assertThat(get(200, TAGGED, "application/json;charset=UTF-8", GOOD)).isEmpty();
        assertThat(get(503, Map.of("Retry-After", "2"), "application/problem+json", PROBLEM))
                .isEmpty();
        assertThat(get(304, TAGGED, null, "")).isEmpty();
    }

    @Test
    void refusesAStatusNobodyPromised() {
        refused(get(418, Map.of(), null, ""));
    }

    @Test
    void refusesAMissingHeader() {
        refused(get(200, Map.of(), "application/json", GOOD));
        refused(get(503, Map.of(), "application/problem+json", PROBLEM));
    }

    @Test
    void refusesAHeaderOfAnotherShape() {
        refused(get(503, Map.of("Retry-After", "-1"), "application/problem+json", PROBLEM));
    }

    @Test
    void refusesAnotherContentType() {
        refused(get(200, TAGGED, "text/html", GOOD));
        refused(get(503, Map.of("Retry-After", "2"), "application/json", PROBLEM));
    }

    @Test
    void refusesAProblemOfNoKnownType() {
        var other = PROBLEM.replace("unavailable", "other");
        refused(get(503, Map.of("Retry-After", "2"), "application/problem+json", other));
    }

    @Test
    void refusesAnOperationNobodyPromised() {
        refused(DOCUMENT.check(new Exchange("PATCH", ONE, null, null, 200, Map.of(), null, "")));
    }

    @Test
    void refusesABodyWhereThereIsNone() {
        refused(DOCUMENT.check(new Exchange("DELETE", ONE, null, null, 204, Map.of(), "application/json", "{}")));
    }

    @Test
    void refusesASuccessOnARequestThatTheDocumentRefuses() {
        var headers = Map.of("ETag", "\"1\"", "Location", "/x");
        refused(DOCUMENT.check(new Exchange(
                "POST",
                LIST,
                "application/json",
                "{\"exercise\":\"b\",\"x\":1}",
                201,
                headers,
                "application/json",
                GOOD)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
        "exercise":"b" | "exercise":5
        "exercise":"b", | ''
        "note":null, | "note":null,"extra":1,
        "note":null | "note":7
        aa5ae4e3-1e90-45f7-a5b0-69db58a49be3 | not-a-uuid
        2026-11-22T08:31:16.171779Z | yesterday
        2026-11-22T08:31:16.171779Z | 2026-11-22
        "start":"2026-01-01" | "start":"2026-02-30"
        "in-progress" | "IN_PROGRESS"
        "times":3 | "times":3.5
        "times":3 | "times":400
        "rrule":null | "rrule":null,"deep":1
        "kind":"questionnaire" | "kind":"exercise"
        "kind":"questionnaire", | ''
        "band":null | "band":{"code":"x"}
        "opensFor":null | "opensFor":"3 days"
        """)
    void refusesAWrongBody(String right, String wrong) {
        var body = GOOD.replace(right, wrong);
        assertThat(body).isNotEqualTo(GOOD);
        refused(get(200, TAGGED, "application/json", body));
    }

    @Test
    void refusesWhatIsNotJson() {
        refused(get(200, TAGGED, "application/json", GOOD + "}"));
        refused(get(200, TAGGED, "application/json", GOOD.replace("\"note\":null", "\"note\":null,\"note\":null")));
    }

    private static List<String> get(int status, Map<String, String> headers, @Nullable String type, String body) {
        return DOCUMENT.check(Exchange.got(ONE, status, headers, type, body));
    }

    private static void refused(List<String> wrong) {
        assertThat(wrong).as("the gate let it pass").isNotEmpty();
    }
}
