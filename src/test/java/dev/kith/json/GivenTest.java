package dev.kith.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class GivenTest {
    private final ObjectMapper json = StrictJson.alone();

    record Patch(Given<String> name, Given<LocalDate> on, Given<List<Integer>> numbers) {}

    @Test
    void leftOutIsNotGiven() throws Exception {
        var patch = read("{}");
        assertThat(patch.name()).isNull();
        assertThat(Given.orKeep(patch.name(), "now")).isEqualTo("now");
        assertThat(Given.orKeepAny(patch.name(), null)).isNull();
    }

    @Test
    void nullIsGivenAsNull() throws Exception {
        var patch = read("{\"name\": null}");
        assertThat(patch.name()).isEqualTo(new Given<>(null));
        assertThat(Given.orKeepAny(patch.name(), "now")).isNull();
    }

    @Test
    void aValueIsReadByItsOwnRules() throws Exception {
        var patch = read("{\"name\": \"Sam\", \"on\": \"2026-03-29\", \"numbers\": [1, 2]}");
        assertThat(Given.orKeep(patch.name(), "now")).isEqualTo("Sam");
        assertThat(Given.orKeep(patch.on(), LocalDate.EPOCH)).isEqualTo("2026-03-29");
        assertThat(Given.orKeep(patch.numbers(), List.of())).containsExactly(1, 2);
    }

    @Test
    void strictnessReachesInside() {
        assertThatThrownBy(() -> read("{\"name\": 5}")).isInstanceOf(JsonProcessingException.class);
        assertThatThrownBy(() -> read("{\"on\": [2026, 3, 29]}")).isInstanceOf(JsonProcessingException.class);
        assertThatThrownBy(() -> read("{\"numbers\": [\"1\"]}")).isInstanceOf(JsonProcessingException.class);
    }

    private Patch read(String text) throws JsonProcessingException {
        return json.readValue(text, Patch.class);
    }
}
