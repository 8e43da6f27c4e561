package dev.kith.authoring;

import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Rows;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** YAML can say more than a definition may: nothing of it multiplies, names a class or goes on without end. */
@QuarkusTest
class HostileYamlTest {
    private static final RestAssuredConfig YAML = RestAssured.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .encodeContentTypeAs("application/yaml", ContentType.TEXT)
                    .defaultContentCharset("UTF-8"));

    @Inject
    People people;

    @Inject
    Rows rows;

    Someone author;

    @BeforeEach
    void found() {
        author = people.supervisor(people.practice().practice());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nkey: evening",
                "base: &base {validated: true}\n<<: *base\nkey: evening",
                "key: &k evening\ntitle: *k",
                "a: &a {b: *a}\nkey: evening",
                "key: *nothing",
            })
    void anchorsAndAliasesMultiplyNothing(String yaml) {
        refused(yaml);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "key: !!javax.script.ScriptEngineManager [!!java.net.URL ['http://127.0.0.1:9/']]",
                "key: !!binary aGVsbG8=\ntitle: 1",
                "key: evening\ntitle: {en: !<tag:yaml.org,2002:python/object/apply:os.system> [ls]}",
                "!!java.io.File [/etc/passwd]",
            })
    void tagsMakeNothing(String yaml) {
        refused(yaml);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? ", "\"", "&a ", "!!a ", "1", "1:"})
    void whatGoesOnWithoutEndIsRefused(String piece) {
        refused("key: evening\nversion: " + piece.repeat(20_000));
        refused(piece.repeat(200_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {".nan", ".inf", "-.inf", "1e999999999", "0x7fffffffffffffffffff", "190:20:30", "1_0e9_9"})
    void noNumberIsMadeOfWhatIsNone(String number) {
        refused("key: evening\nminutes: " + number);
    }

    private void refused(String yaml) {
        Refused.by(
                rows,
                author,
                () -> author.asks()
                        .config(YAML)
                        .contentType("application/yaml")
                        .body(yaml)
                        .post("/v1/questionnaires"));
    }
}
