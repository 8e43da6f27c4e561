package dev.kith.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.database.RefusedToStart;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingTest {
    @ParameterizedTest
    @CsvSource({
        "KITH_DEM,DEMO",
        "KITH_DBURL,DB_URL",
        "kith.limits.inflight,LIMITS_IN_FLIGHT",
        "KITH_DB_PASSWROD,DB_PASSWORD"
    })
    void theNearestSettingIsNamed(String written, Setting meant) {
        assertThat(Spelling.nearest(written)).isEqualTo(meant);
    }

    @Test
    void aSecretIsNotRepeated() {
        assertThat(Setting.DB_PASSWORD.complaint("very secret")).doesNotContain("very secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kith.demo", "KITH_DEMO", "KITH_DATA_DIR", "kith.data.dir"})
    void aSettingIsKnownInEachSpellingOfItsSource(String name) {
        assertThatCode(() -> new Settings(config(name, name.endsWith("DEMO") || name.endsWith("demo") ? "true" : "x")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"KITH_SERVICE_HOST", "KITH_SERVICE_PORT_HTTP", "KITH_PORT_8080_TCP_ADDR", "KITH_WEB_SERVICE_HOST"
            })
    void whatAClusterSetsForAServiceOfOurNameIsLetThrough(String name) {
        assertThatCode(() -> new Settings(config(name, "10.0.0.1"))).doesNotThrowAnyException();
    }

    @Test
    void aPortUnderOurNameIsNotOne() {
        assertThatThrownBy(() -> new Settings(config("KITH_PORT", "8080"))).isInstanceOf(RefusedToStart.class);
    }

    @Test
    void readmeTellsEachSetting() throws IOException {
        var readme = Path.of("README.md");
        var text = Files.readString(readme);
        for (var setting : Setting.values()) assertThat(text).contains(setting.row());
    }

    private static Config config(String name, String value) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(Map.of(name, value), "test", 100))
                .build();
    }
}
