package dev.kith.letterhead;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** The practice's letterhead, in the running transaction. Native: one row that is read whole and written whole. */
@ApplicationScoped
public class Letterheads {
    private static final String FIND = """
        select name, address, phone, email, website, registration, logo_alt, logo, logo_width, logo_height, version
        from practice_letterhead where practice_id = kith_practice()
        """;
    private static final String PUT = """
        insert into practice_letterhead (practice_id, name, address, phone, email, website, registration, logo_alt, logo, logo_width,
                                         logo_height, version, changed_by, changed_at)
        values (kith_practice(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (practice_id) do update
        set name = excluded.name, address = excluded.address, phone = excluded.phone, email = excluded.email, website = excluded.website,
            registration = excluded.registration, logo_alt = excluded.logo_alt, logo = excluded.logo, logo_width = excluded.logo_width,
            logo_height = excluded.logo_height, version = excluded.version, changed_by = excluded.changed_by,
            changed_at = excluded.changed_at
        """;

    @Inject
    AgroalDataSource database;

    /** The practice's own; one that says nothing until it has written one. */
    public Letterhead current() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(FIND);
                var row = select.executeQuery()) {
            return row.next() ? read(row) : Letterhead.NONE;
        }
    }

    void put(Letterhead letterhead, UUID by, Instant at) throws SQLException {
        var logo = letterhead.logo();
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(PUT)) {
            insert.setString(1, letterhead.name());
            insert.setArray(
                    2, connection.createArrayOf("text", letterhead.address().toArray()));
            insert.setString(3, letterhead.phone());
            insert.setString(4, letterhead.email());
            insert.setString(5, letterhead.website());
            insert.setString(6, letterhead.registration());
            insert.setString(7, letterhead.logoAlt());
            insert.setBytes(8, logo == null ? null : logo.png());
            insert.setObject(9, logo == null ? null : logo.width());
            insert.setObject(10, logo == null ? null : logo.height());
            insert.setInt(11, letterhead.version());
            insert.setObject(12, by);
            insert.setObject(13, at.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    private static Letterhead read(ResultSet row) throws SQLException {
        var png = row.getBytes("logo");
        return new Letterhead(
                row.getString("name"),
                List.of((String[]) row.getArray("address").getArray()),
                row.getString("phone"),
                row.getString("email"),
                row.getString("website"),
                row.getString("registration"),
                row.getString("logo_alt"),
                png == null ? null : new Letterhead.Logo(png, row.getInt("logo_width"), row.getInt("logo_height")),
                row.getInt("version"));
    }
}
