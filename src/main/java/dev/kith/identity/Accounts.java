package dev.kith.identity;

import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Accounts of the practice, and the one question that is asked before a practice is known. */
@ApplicationScoped
class Accounts implements PanacheRepositoryBase<Account, UUID> {
    @Inject
    AgroalDataSource database;

    /** An account that an address may mean, in whatever practice. */
    record Candidate(UUID practice, UUID account, String passwordHash) {}

    List<Candidate> toSignIn(String email) throws SQLException {
        var found = new ArrayList<Candidate>();
        try (var connection = database.getConnection();
                var ask = connection.prepareStatement("select * from kith_accounts_to_sign_in(?)")) {
            ask.setString(1, email);
            try (var row = ask.executeQuery()) {
                while (row.next()) {
                    found.add(new Candidate(
                            row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3)));
                }
            }
        }
        return found;
    }

    Optional<Account> ofMember(UUID memberId) {
        return find("memberId", memberId).firstResultOptional();
    }

    Optional<Account> ofClient(UUID clientId) {
        return find("clientId", clientId).firstResultOptional();
    }
}
