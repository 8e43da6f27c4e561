package dev.kith.house;

import dev.kith.client.AddToCareTeam;
import dev.kith.client.AdmitClient;
import dev.kith.client.Admitting;
import dev.kith.client.CareTeamRole;
import dev.kith.client.Staffing;
import dev.kith.practice.EmployMember;
import dev.kith.practice.Employing;
import dev.kith.practice.FoundPractice;
import dev.kith.practice.Founding;
import dev.kith.practice.MemberRole;
import dev.kith.security.AccessTokens;
import dev.kith.security.Caller;
import dev.kith.tenancy.Practices;
import dev.kith.time.Ids;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** Practices and the people in them, each with a real session and a real token. */
@ApplicationScoped
@QuarkusTestResource(PgTestResource.class)
@QuarkusTestResource(MailPortResource.class)
public class People {
    @Inject
    Practices practices;

    @Inject
    Founding founding;

    @Inject
    Employing employing;

    @Inject
    Admitting admitting;

    @Inject
    Staffing staffing;

    @Inject
    AccessTokens tokens;

    @Inject
    AgroalDataSource database;

    /**
     * Somebody who can call.
     *
     * @param id of the member, client or integration
     * @param account what they sign in with; of an integration, its id again
     */
    public record Someone(UUID practice, UUID id, UUID account, String token) {
        /** A request of theirs, to send JSON with. */
        public RequestSpecification asks() {
            return RestAssured.given().auth().oauth2(token).contentType("application/json");
        }
    }

    /** A new practice, by its admin. */
    public Someone practice() {
        return practice("UTC");
    }

    public Someone practice(String timeZone) {
        return practice(timeZone, false);
    }

    /** A practice for trying, whose clock can be moved, by its admin. */
    public Someone sandbox() {
        return practice("UTC", true);
    }

    private Someone practice(String timeZone, boolean sandbox) {
        var practice = Ids.next();
        var first = new EmployMember("Ada Admin", mail(), Set.of(MemberRole.ADMIN), null, null);
        var member = practices.within(
                practice,
                () -> founding.found(
                                Caller.system(practice),
                                new FoundPractice("Willow", timeZone, "en", false, sandbox, first))
                        .id());
        return signedIn(practice, member, "member", Set.of("admin"));
    }

    public Someone clinician(UUID practice) {
        return member(practice, null, MemberRole.CLINICIAN);
    }

    public Someone clinicianSupervisedBy(Someone supervisor) {
        return member(supervisor.practice(), supervisor.id(), MemberRole.CLINICIAN);
    }

    public Someone supervisor(UUID practice) {
        return member(practice, null, MemberRole.SUPERVISOR);
    }

    public Someone admin(UUID practice) {
        return member(practice, null, MemberRole.ADMIN);
    }

    public Someone member(UUID practice, UUID supervisorId, MemberRole... roles) {
        var request = new EmployMember("Kim Clinician", mail(), Set.of(roles), null, supervisorId);
        var id = practices.within(
                practice,
                () -> employing.employ(Caller.system(practice), request).id());
        return signedIn(practice, id, "member", Set.of("clinician"));
    }

    /** A client on nobody's caseload. */
    public Someone client(UUID practice) {
        var request = new AdmitClient("Cleo Client", mail(), null, null, "Europe/Berlin", "en", null);
        var id = practices.within(
                practice,
                () -> admitting.admit(Caller.system(practice), request).id());
        return signedIn(practice, id, "client", Set.of("client"));
    }

    /** A client whose primary is this member, from today. */
    public Someone clientOf(Someone member) {
        var client = client(member.practice());
        onTeam(client, AddToCareTeam.fromToday(member.id(), CareTeamRole.PRIMARY));
        return client;
    }

    public UUID onTeam(Someone client, AddToCareTeam request) {
        return practices.within(
                client.practice(),
                () -> staffing.assign(Caller.system(client.practice()), client.id(), request)
                        .id());
    }

    public Someone integration(UUID practice, String... scopes) {
        var id = Ids.next();
        run(practice, """
                insert into integration (practice_id, id, client_key, name, scopes, secret_hash, created_at)
                values (kith_practice(), ?, ?, 'Practice software', ?, 'no secret', now())
                """, id, "key-" + id, scopes);
        return new Someone(practice, id, id, tokens.make(practice, id, null, Set.of("integration")));
    }

    private Someone signedIn(UUID practice, UUID person, String kind, Set<String> roles) {
        var account = Ids.next();
        var session = Ids.next();
        run(practice, """
                insert into account (practice_id, id, kind, %1$s_id, email, password_hash, created_at)
                values (kith_practice(), ?, '%1$s', ?, ?, 'no password', now())
                """.formatted(kind), account, person, mail());
        run(practice, """
                insert into session (practice_id, id, account_id, started_at, refreshed_at, ends_at)
                values (kith_practice(), ?, ?, now(), now(), now() + interval '1 day')
                """, session, account);
        return new Someone(practice, person, account, tokens.make(practice, account, session, roles));
    }

    /** SQL within a practice's walls; arrays are arrays of text. */
    public int run(UUID practice, String sql, Object... values) {
        return practices.within(practice, () -> {
            try (var connection = database.getConnection();
                    var statement = connection.prepareStatement(sql)) {
                for (var i = 0; i < values.length; i++) {
                    statement.setObject(
                            i + 1,
                            values[i] instanceof String[] texts ? connection.createArrayOf("text", texts) : values[i]);
                }
                return statement.executeUpdate();
            }
        });
    }

    /** What only the owner of the tables may do, such as to analyse them. */
    public void asOwner(String sql) {
        var config = ConfigProvider.getConfig();
        try (var connection = DriverManager.getConnection(
                        config.getValue("quarkus.datasource.jdbc.url", String.class),
                        config.getValue("quarkus.flyway.username", String.class),
                        config.getValue("quarkus.flyway.password", String.class));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** For queries of one's own; within a practice's walls. */
    public Connection connection() throws SQLException {
        return database.getConnection();
    }

    /** One number that a query within a practice's walls gives. */
    public long count(UUID practice, String sql, Object... values) {
        return practices.within(practice, () -> {
            try (var connection = database.getConnection();
                    var statement = connection.prepareStatement(sql)) {
                for (var i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                try (var row = statement.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    private static String mail() {
        return Ids.next() + "@mail.example";
    }
}
