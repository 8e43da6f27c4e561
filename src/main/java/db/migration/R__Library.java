package db.migration;

import dev.kith.definition.Definitions;
import dev.kith.definition.ReadDefinition;
import java.sql.SQLException;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** Brings the shipped questionnaires into the library, as the owner of the schema, whenever the content folder changed. */
public class R__Library extends BaseJavaMigration {
    private final ShippedRows shipped = new ShippedRows(
            "questionnaire_version",
            Definitions.shipped().stream().map(R__Library::row).toList());

    private static ShippedRows.Row row(ReadDefinition read) {
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
