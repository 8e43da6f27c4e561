package dev.kith.identity;

import dev.kith.practice.EmployMember;
import dev.kith.practice.FoundPractice;
import dev.kith.practice.Founding;
import dev.kith.practice.MemberRole;
import dev.kith.problem.ProblemException;
import dev.kith.problem.ProblemType;
import dev.kith.security.Caller;
import dev.kith.tenancy.Practices;
import dev.kith.time.Ids;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Founds the first practice of an installation: one setup token, one practice, however many try at once. */
@ApplicationScoped
class Settling {
    private static final String USE = """
        insert into setup_token_use (token_hash) values (sha256(convert_to(?, 'UTF8'))) on conflict do nothing
        """;

    @ConfigProperty(name = "kith.setup-token")
    Optional<String> setupToken;

    @Inject
    Practices practices;

    @Inject
    Founding founding;

    @Inject
    Enrolling enrolling;

    @Inject
    AgroalDataSource database;

    /** What came of it. */
    record Settled(UUID practice, UUID member) {}

    Settled settle(FirstPractice request) {
        if (!isRight(request.setupToken())) {
            throw refused();
        }
        var practice = Ids.next();
        return practices.within(practice, () -> {
            if (!use(request.setupToken())) {
                throw refused();
            }
            var admin = request.admin();
            var member = founding.found(
                    Caller.system(practice),
                    new FoundPractice(
                            request.name(),
                            Objects.requireNonNullElse(request.timeZone(), "UTC"),
                            Objects.requireNonNullElse(request.language(), "en"),
                            false,
                            Boolean.TRUE.equals(request.sandbox()),
                            new EmployMember(
                                    admin.displayName(), admin.email(), Set.of(MemberRole.ADMIN), null, null)));
            enrolling.member(member.id(), admin.email(), admin.password());
            return new Settled(practice, member.id());
        });
    }

    private boolean isRight(String token) {
        return setupToken
                .map(right -> MessageDigest.isEqual(
                        right.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8)))
                .orElse(false);
    }

    private boolean use(String token) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(USE)) {
            insert.setString(1, token);
            return insert.executeUpdate() == 1;
        }
    }

    /** Wrong, used and never set answer alike. */
    private static ProblemException refused() {
        return new ProblemException(ProblemType.UNAUTHENTICATED, "Not a setup token that is open.");
    }
}
