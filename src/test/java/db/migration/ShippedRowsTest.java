package db.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.exercise.Exercises;
import dev.kith.house.PgTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** What ships comes into the library once, and never as something else. */
@QuarkusTest
@QuarkusTestResource(PgTestResource.class)
class ShippedRowsTest {

    @Test
    void whatIsThereAlreadyStays() throws Exception {
        var shipped = shipped();
        try (var connection = owner()) {
            var before = versions(connection);
            new ShippedRows("exercise_version", shipped).bring(connection);
            assertThat(versions(connection)).isEqualTo(before).isEqualTo(shipped.size());
            connection.rollback();
        }
    }

    @Test
    void aNewOneIsAdded() throws Exception {
        try (var connection = owner()) {
            var before = versions(connection);
            new ShippedRows("exercise_version", List.of(row("a".repeat(64)))).bring(connection);
            assertThat(versions(connection)).isEqualTo(before + 1);
            connection.rollback();
        }
    }

    @Test
    void oneThatWasChangedSinceIsRefused() throws Exception {
        try (var connection = owner()) {
            new ShippedRows("exercise_version", List.of(row("a".repeat(64)))).bring(connection);
            assertThatThrownBy(() ->
                            new ShippedRows("exercise_version", List.of(row("b".repeat(64)))).bring(connection))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("a-new-one version 1 was changed after it was published: make version 2");
            connection.rollback();
        }
    }

    @Test
    void anotherTextIsAnotherChecksum() {
        assertThat(new ShippedRows("t", List.of(row("a".repeat(64)))).checksum())
                .isNotEqualTo(new ShippedRows("t", List.of(row("b".repeat(64)))).checksum());
    }

    private static List<ShippedRows.Row> shipped() {
        return Exercises.shipped().stream()
                .map(read -> new ShippedRows.Row(
                        read.definition().key(),
                        read.definition().version(),
                        read.definition().title().in("en"),
                        read.json(),
                        read.checksum()))
                .toList();
    }

    private static ShippedRows.Row row(String checksum) {
        return new ShippedRows.Row("a-new-one", 1, "A new one", "{\"key\": \"a-new-one\", \"version\": 1}", checksum);
    }

    /** As migrations are; nothing of it is kept. */
    private static Connection owner() throws SQLException {
        var config = ConfigProvider.getConfig();
        var connection = DriverManager.getConnection(
                config.getValue("quarkus.flyway.jdbc-url", String.class),
                config.getValue("quarkus.flyway.username", String.class),
                config.getOptionalValue("quarkus.flyway.password", String.class).orElse(""));
        connection.setAutoCommit(false);
        return connection;
    }

    private static int versions(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from exercise_version where practice_id ="
                        + " '00000000-0000-0000-0000-000000000000'")) {
            row.next();
            return row.getInt(1);
        }
    }
}
