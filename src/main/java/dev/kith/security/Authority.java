package dev.kith.security;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a principal may do now. One statement in its own implicit transaction: the function {@code kith_authority} of the
 * schema enters the practice of the token, and answers nothing for an ended session or a disabled account.
 */
@ApplicationScoped
class Authority {
    private static final String ASK = "select * from kith_authority(?, ?, ?)";

    @Inject
    AgroalDataSource database;

    Optional<Caller> of(UUID practice, UUID principal, @Nullable UUID session) throws SQLException {
        try (var connection = database.getConnection();
                var ask = connection.prepareStatement(ASK)) {
            ask.setObject(1, practice);
            ask.setObject(2, principal);
            setOrNull(ask, 3, session);
            try (var found = ask.executeQuery()) {
                return found.next() ? Optional.of(caller(practice, principal, session, found)) : Optional.empty();
            }
        }
    }

    private static Caller caller(UUID practice, UUID principal, @Nullable UUID session, ResultSet row)
            throws SQLException {
        return new Caller(
                practice,
                principal,
                Caller.Kind.valueOf(row.getString("kind").toUpperCase(java.util.Locale.ROOT)),
                row.getObject("member_id", UUID.class),
                row.getObject("client_id", UUID.class),
                texts(row.getArray("roles")),
                texts(row.getArray("scopes")),
                session,
                row.getString("display_name"));
    }

    private static Set<String> texts(Array array) throws SQLException {
        return Set.of((String[]) array.getArray());
    }

    private static void setOrNull(PreparedStatement ask, int index, @Nullable UUID value) throws SQLException {
        if (value == null) {
            ask.setNull(index, Types.OTHER);
        } else {
            ask.setObject(index, value);
        }
    }
}
