package db.migration;

import dev.kith.content.VersionTable;
import dev.kith.program.Programs;
import dev.kith.program.ReadProgram;
import java.sql.SQLException;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** Brings the shipped programs into the library, as the owner of the schema, whenever their folder changed. */
public class R__Programs extends BaseJavaMigration {
    private final ShippedRows shipped = new ShippedRows(
            VersionTable.PROGRAM.table(),
            Programs.shipped().stream().map(R__Programs::row).toList());

    private static ShippedRows.Row row(ReadProgram read) {
        return new ShippedRows.Row(read.key(), read.version(), read.title(), read.json(), read.checksum());
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
