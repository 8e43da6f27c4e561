package dev.kith.identity;

import dev.kith.problem.ProblemException;
import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Integrations of the practice, and the one question that is asked before a practice is known. */
@ApplicationScoped
class Integrations implements PanacheRepositoryBase<Integration, UUID> {
    @Inject
    AgroalDataSource database;

    /** An integration that a key may mean. */
    record Candidate(UUID practice, UUID integration, String secretHash, List<String> scopes) {}

    Integration require(UUID id) {
        return findByIdOptional(id).orElseThrow(ProblemException::notFound);
    }

    List<Candidate> toSignIn(String clientKey) throws SQLException {
        var found = new ArrayList<Candidate>();
        try (var connection = database.getConnection();
                var ask = connection.prepareStatement("select * from kith_integrations_to_sign_in(?)")) {
            ask.setString(1, clientKey);
            try (var row = ask.executeQuery()) {
                while (row.next()) {
                    found.add(new Candidate(
                            row.getObject(1, UUID.class),
                            row.getObject(2, UUID.class),
                            row.getString(3),
                            List.of((String[]) row.getArray(4).getArray())));
                }
            }
        }
        return found;
    }
}
