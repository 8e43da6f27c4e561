package dev.kith.identity;

import dev.kith.security.Caller;
import dev.kith.time.Ids;
import dev.kith.time.RealTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * Gives people and programs their way in without an invitation: the first admin of a practice, and the demo. Runs within
 * the practice; passwords are held to the same rules as everybody's.
 */
@ApplicationScoped
@Transactional
public class Enrolling {
    @Inject
    Accounts accounts;

    @Inject
    Connecting connecting;

    @Inject
    Passwords passwords;

    @Inject
    PasswordRules rules;

    @Inject
    @RealTime
    Clock clock;

    public void member(UUID memberId, String email, String password) {
        rules.require(password, List.of(email));
        accounts.persist(Account.ofMember(
                Ids.next(), memberId, SigningIn.normal(email), passwords.hash(password), clock.instant()));
    }

    public void client(UUID clientId, String email, String password) {
        rules.require(password, List.of(email));
        accounts.persist(Account.ofClient(
                Ids.next(), clientId, SigningIn.normal(email), passwords.hash(password), clock.instant()));
    }

    /** An integration with every scope, under a name and secret that are known beforehand. */
    public void integration(Caller caller, String clientKey, String name, String secret) {
        var request = new ConnectIntegration(name, Arrays.asList(IntegrationScope.values()));
        connecting.keep(caller, clientKey, request, passwords.hash(secret));
    }
}
