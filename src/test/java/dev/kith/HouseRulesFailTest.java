package dev.kith;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each rule is seen to fail on a house that breaks it. Those houses are text, compiled here: as test classes the framework would
 * take their endpoints and entities for ours.
 */
class HouseRulesFailTest {
    private static final Path WRONG = Path.of("src/test/resources/house");

    @TempDir
    static Path compiled;

    @TestFactory
    Stream<DynamicTest> everyRuleBites() {
        return HouseRules.all().entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> {
                    var house = compile(rule.getKey().replace(' ', '-').replace("'", ""));
                    var result = rule.getValue().evaluate(new ClassFileImporter().importPath(house));
                    assertThat(result.hasViolation()).as("the rule let it pass").isTrue();
                }));
    }

    @Test
    void bothOfTwoThatMeetAreNamed() throws IOException {
        assertThat(broken("what the contract tells has a name of its own"))
                .contains("dev.kith.program.Steps$Outline$Step, dev.kith.program.Steps$Step");
        assertThat(broken("no class hides another's endpoints"))
                .contains("GET /v1/practice/rules of dev.kith.reminder.Rules.listRules()")
                .contains("the class at /v1/practice,");
    }

    private static String broken(String rule) throws IOException {
        var house = compile(rule.replace(' ', '-').replace("'", ""));
        return Objects.requireNonNull(HouseRules.all().get(rule))
                .evaluate(new ClassFileImporter().importPath(house))
                .getFailureReport()
                .toString();
    }

    @Test
    void aLongFileIsFound(@TempDir Path sources) throws IOException {
        Files.writeString(sources.resolve("Long.java"), "\n".repeat(HouseFiles.MOST_LINES + 1));
        assertThat(HouseFiles.tooLong(sources)).hasSize(1);
    }

    @Test
    void aRoomWithoutAWordIsFound(@TempDir Path sources) throws IOException {
        Files.writeString(sources.resolve("Thing.java"), "class Thing {}");
        assertThat(HouseFiles.roomsWithoutWord(sources)).hasSize(1);
    }

    private static Path compile(String wrong) throws IOException {
        var target = Files.createDirectories(compiled.resolve(wrong));
        var arguments = new HashSet<String>();
        try (var files = Files.walk(WRONG.resolve(wrong))) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
        }
        var command = Stream.concat(
                        Stream.of(
                                "-proc:none",
                                "-nowarn",
                                "-d",
                                target.toString(),
                                "-cp",
                                System.getProperty("java.class.path")),
                        arguments.stream())
                .toArray(String[]::new);
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, System.out, System.err, command))
                .as("the wrong house compiles")
                .isZero();
        return target;
    }
}
