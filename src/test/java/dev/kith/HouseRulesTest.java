package dev.kith;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class HouseRulesTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final JavaClasses HOUSE = new ClassFileImporter().importPath(Path.of("target/classes"));

    @TestFactory
    Stream<DynamicTest> theHouseKeepsItsRules() {
        return HouseRules.all().entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(HOUSE)));
    }

    @Test
    void everyFileIsOneIdea() {
        assertThat(HouseFiles.tooLong(SOURCES)).isEmpty();
    }

    @Test
    void everyRoomSaysWhatItIsFor() {
        assertThat(HouseFiles.roomsWithoutWord(SOURCES.resolve("dev/kith"))).isEmpty();
    }
}
