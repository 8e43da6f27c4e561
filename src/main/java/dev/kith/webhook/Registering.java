package dev.kith.webhook;

import dev.kith.audit.Audit;
import dev.kith.etag.Etags;
import dev.kith.idempotency.Turns;
import dev.kith.outbox.Outbox;
import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import dev.kith.time.Ids;
import dev.kith.time.RealTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What admins and practice software can do with the practice's webhooks. All of the practice's are one list, whoever made them. */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
class Registering {
    /** Events are put into line for each of them. */
    static final int MOST = 20;

    static final Duration BOTH_SIGN = Duration.ofHours(24);
    private static final String SUBJECT = "webhook";

    @Inject
    Webhooks webhooks;

    @Inject
    Deliveries deliveries;

    @Inject
    Following following;

    @Inject
    WebhookSecret secrets;

    @Inject
    Turns turns;

    @Inject
    Audit audit;

    @Inject
    Outbox outbox;

    @Inject
    @RealTime
    Clock clock;

    /** The address was seen to be good before: looking it up may take long, and holds no transaction. */
    NewWebhookView register(Caller caller, RegisterWebhook request) throws SQLException {
        turns.take(caller, "webhooks");
        if (webhooks.count() >= MOST) {
            throw ProblemException.conflict("too-many", "A practice has " + MOST + " webhooks at most.");
        }
        var now = clock.instant();
        var secret = secrets.make();
        var webhook = new Webhook(
                Ids.next(),
                request.url(),
                request.description(),
                EventTypes.toSql(request.events()),
                null,
                now,
                now,
                1);
        webhooks.add(webhook, secret.sealed());
        tell(caller, "webhook.registered", webhook.id());
        return new NewWebhookView(
                webhook.id(), webhook.url(), request.events(), request.description(), secret.told(), webhook.version());
    }

    List<WebhookView> list() throws SQLException {
        var now = clock.instant();
        return webhooks.all().stream().map(known -> WebhookView.of(known, now)).toList();
    }

    WebhookView read(UUID id) throws SQLException {
        return WebhookView.of(webhooks.require(id), clock.instant());
    }

    WebhookView write(Caller caller, UUID id, WriteWebhook request, @Nullable String ifMatch) throws SQLException {
        var before = webhooks.hold(id);
        Etags.require(ifMatch, before.version());
        var now = clock.instant();
        var after = new Webhook(
                id,
                request.url(),
                request.description(),
                EventTypes.toSql(request.events()),
                before.disabledWhen(request.state()),
                before.createdAt(),
                now,
                before.version() + 1);
        tell(caller, "webhook.changed", id);
        if (!Objects.equals(after.events(), before.events())) {
            outbox.flush(); // what is told here is found by one of the two, too
            following.upToNow(id, now);
        }
        webhooks.change(after);
        if (!after.url().equals(before.url()) || (after.isEnabled() && !before.isEnabled())) {
            webhooks.standAnew(id);
            deliveries.hurry(id, now);
        }
        return WebhookView.of(webhooks.require(id), now);
    }

    void remove(Caller caller, UUID id, @Nullable String ifMatch) throws SQLException {
        var known = webhooks.hold(id);
        Etags.require(ifMatch, known.version());
        webhooks.remove(id);
        tell(caller, "webhook.removed", id);
    }

    NewWebhookSecret rotate(Caller caller, UUID id) throws SQLException {
        webhooks.hold(id);
        var now = clock.instant();
        var until = now.plus(BOTH_SIGN);
        var secret = secrets.make();
        webhooks.rotate(id, secret.sealed(), until, now);
        audit.wrote(caller, "webhook.secret-rotated", SUBJECT, id, null);
        return new NewWebhookSecret(secret.told(), until);
    }

    private void tell(Caller caller, String what, UUID id) {
        outbox.put(what, id, null, Map.of());
        audit.wrote(caller, what, SUBJECT, id, null);
    }
}
