package db.migration;

import dev.kith.content.VersionTable;
import dev.kith.exercise.Exercises;
import dev.kith.exercise.ReadExercise;
import java.sql.SQLException;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** Brings the shipped exercises and reading cards into the library, as the owner of the schema, whenever their folder changed. */
public class R__Exercises extends BaseJavaMigration {
    private final ShippedRows shipped = new ShippedRows(
            VersionTable.EXERCISE.table(),
            Exercises.shipped().stream().map(R__Exercises::row).toList());

    private static ShippedRows.Row row(ReadExercise read) {
        var definition = read.definition();
        var title = definition.title().in(definition.languages().get(0));
        return new ShippedRows.Row(definition.key(), definition.version(), title, read.json(), read.checksum());
    }

    @Override
    public Integer getChecksum() {
        return shipped.checksum();
    }

    @Override
    public void migrate(Context context) throws SQLException {
        shipped.bring(context.getConnection());
    }
}
