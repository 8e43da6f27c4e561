package dev.kith.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
    private static final ObjectMapper JSON = StrictJson.alone();

    enum Pace {
        @JsonProperty("in-progress")
        IN_PROGRESS
    }

    record Thing(
            int count,
            @Nullable String text,
            @Nullable BigDecimal weight,
            @Nullable Boolean yes,
            @Nullable UUID id,
            @Nullable Instant at,
            @Nullable LocalDate on,
            @Nullable Duration takes,
            @Nullable Pace pace,
            @Nullable Map<String, Object> any) {}

    @Test
    void takesWhatTheContractSays() throws IOException {
        var thing = read("""
                {"count": 3, "text": "\\ud83d\\ude42", "weight": 1.50, "yes": false, "takes": "P3D", "pace": "in-progress",
                 "id": "01965b2c-4a61-7c3e-9f00-5d1b6a8e2f47", "at": "2026-03-01T10:00:00.1234567+01:00",
                 "on": "2026-03-01", "any": {"phq-9.1": 2, "deep": [1e100]}}""");
        assertThat(thing.at()).isEqualTo("2026-03-01T09:00:00.123456Z");
        assertThat(thing.weight()).isEqualTo("1.50");
        assertThat(thing.text()).isEqualTo("🙂");
        assertThat(thing.pace()).isEqualTo(Pace.IN_PROGRESS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "\"x\"",
                "{}",
                "{\"count\": null}",
                "{\"count\": 3, \"other\": 1}",
                "{\"count\": 3, \"count\": 3}",
                "{\"count\": 3, \"any\": {\"a\": 1, \"a\": 1}}",
                "{\"count\": 3} {}",
                "{\"count\": \"3\"}",
                "{\"count\": 3.0}",
                "{\"count\": true}",
                "{\"count\": 3, \"text\": 5}",
                "{\"count\": 3, \"text\": true}",
                "{\"count\": 3, \"weight\": \"3\"}",
                "{\"count\": 3, \"weight\": 1e400}",
                "{\"count\": 3, \"weight\": 1e-101}",
                "{\"count\": 3, \"weight\": NaN}",
                "{\"count\": 3, \"any\": {\"a\": [1E999999999]}}",
                "{\"count\": 3, \"any\": {\"a\": 11111111111111111111111111111111111111111}}",
                "{\"count\": 3, \"yes\": \"true\"}",
                "{\"count\": 3, \"yes\": 1}",
                "{\"count\": 3, \"yes\": \"\"}",
                "{\"count\": 3, \"id\": \"1-1-1-1-1\"}",
                "{\"count\": 3, \"id\": \"AAAAAAAAAAAAAAAAAAAAAA==\"}",
                "{\"count\": 3, \"at\": 1772355600}",
                "{\"count\": 3, \"at\": \"2026-03-01\"}",
                "{\"count\": 3, \"at\": \"+20260-03-01T00:00:00Z\"}",
                "{\"count\": 3, \"on\": [2026, 3, 1]}",
                "{\"count\": 3, \"on\": \"2026-02-30\"}",
                "{\"count\": 3, \"on\": \"0000-01-01\"}",
                "{\"count\": 3, \"on\": \"\"}",
                "{\"count\": 3, \"takes\": \"3 days\"}",
                "{\"count\": 3, \"takes\": \"PT9223372036854775807S\"}",
                "{\"count\": 3, \"pace\": \"IN_PROGRESS\"}",
                "{\"count\": 3, \"pace\": 0}",
                "{\"count\": 3, \"pace\": \"0\"}",
                "{\"count\": 3, \"text\": \"\\u0000\"}",
                "{\"count\": 3, \"any\": {\"\\u0000\": 1}}",
                "{\"count\": 3, \"text\": \"\\ud83d\"}",
                "{\"count\": 3, \"any\": {\"\\ude42\": 1}}",
                "\ufeff{\"count\": 3}"
            })
    void refusesEverythingElse(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void refusesWhatIsTooDeepOrTooLong() {
        assertThatThrownBy(() -> read("{\"count\":3,\"any\":{\"a\":" + "[".repeat(40) + "]".repeat(40) + "}}"))
                .isInstanceOf(JsonProcessingException.class);
        assertThatThrownBy(() -> read("{\"count\":3,\"text\":\"" + "x".repeat(70_000) + "\"}"))
                .isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void looksIntoTreesToo() {
        assertThatThrownBy(() -> JSON.readValue("{\"a\":{\"b\":[1e999]}}", JsonNode.class))
                .isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void refusesAnotherEncoding() {
        assertThatThrownBy(() -> JSON.readValue("{\"count\":3}".getBytes(StandardCharsets.UTF_16), Thing.class))
                .isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void writesInstantsInMicrosecondsAndNumbersPlainly() throws IOException {
        assertThat(JSON.writeValueAsString(Instant.parse("2026-03-01T09:00:00.123456789Z")))
                .isEqualTo("\"2026-03-01T09:00:00.123456Z\"");
        assertThat(JSON.writeValueAsString(new BigDecimal("1E+2"))).isEqualTo("100");
    }

    private static Thing read(String text) throws IOException {
        return JSON.readValue(text.getBytes(StandardCharsets.UTF_8), Thing.class);
    }
}
