package dev.kith.identity;

import dev.kith.audit.Audit;
import dev.kith.security.Caller;
import dev.kith.time.Ids;
import dev.kith.time.RealTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What an admin can do with integrations: make them, list them, switch them off. */
@ApplicationScoped
class Connecting {
    @Inject
    Integrations integrations;

    @Inject
    Passwords passwords;

    @Inject
    Audit audit;

    @Inject
    @RealTime
    Clock clock;

    /** The secret is told once; we keep its hash. */
    @Transactional
    NewIntegrationView connect(Caller caller, ConnectIntegration request) {
        var secret = Secrets.make("ks_", caller.practice());
        var integration = keep(caller, keyFor(request.name()), request, passwords.hash(secret));
        return NewIntegrationView.of(integration, secret);
    }

    Integration keep(Caller caller, String clientKey, ConnectIntegration request, String secretHash) {
        var integration = new Integration(
                Ids.next(),
                clientKey,
                request.name(),
                request.scopes().stream()
                        .map(IntegrationScope::code)
                        .sorted()
                        .distinct()
                        .toList(),
                secretHash,
                clock.instant());
        integrations.persist(integration);
        audit.wrote(caller, "integration.connected", "integration", integration.id, null);
        return integration;
    }

    @Transactional
    List<IntegrationView> list() {
        return integrations.list("order by id").stream()
                .map(IntegrationView::of)
                .toList();
    }

    @Transactional
    void disconnect(Caller caller, UUID id) {
        var integration = integrations.require(id);
        integration.disable(clock.instant());
        audit.wrote(caller, "integration.disconnected", "integration", id, null);
    }

    /** A readable name with enough chance in it that no practice learns of another's. */
    private static String keyFor(String name) {
        var words = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        var start = words.isEmpty() ? "integration" : words.substring(0, Math.min(30, words.length()));
        return start + "-" + Ids.next().toString().substring(24);
    }
}
