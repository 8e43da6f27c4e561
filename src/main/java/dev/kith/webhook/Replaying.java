package dev.kith.webhook;

import dev.kith.audit.Audit;
import dev.kith.paging.Cursor;
import dev.kith.paging.Slice;
import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import dev.kith.time.Ids;
import dev.kith.time.RealTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows what became of events, and sends them again when somebody of the practice asks. */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
class Replaying {
    /** In one call. */
    static final int MOST = 5_000;

    private static final String SUBJECT = "webhook";

    @Inject
    Webhooks webhooks;

    @Inject
    Deliveries deliveries;

    @Inject
    Audit audit;

    @Inject
    @RealTime
    Clock clock;

    Slice<DeliveryView> list(UUID webhook, @Nullable DeliveryState state, @Nullable Cursor after, int limit)
            throws SQLException {
        webhooks.require(webhook);
        var before = after == null ? null : after.uuid(0);
        var rows = deliveries.page(webhook, state, before, limit + 1);
        return Slice.of(rows, limit, row -> Cursor.of(row.eventId()));
    }

    TestedView test(Caller caller, UUID webhook) throws SQLException {
        requireEnabled(webhook);
        var event = Ids.next();
        deliveries.queueTest(webhook, event, clock.instant());
        audit.wrote(caller, "webhook.tested", SUBJECT, webhook, null);
        return new TestedView(event);
    }

    ReplayView one(Caller caller, UUID webhook, UUID event) throws SQLException {
        requireEnabled(webhook);
        if (!deliveries.again(webhook, event, clock.instant())) {
            throw ProblemException.notFound();
        }
        audit.wrote(caller, "webhook.replayed", SUBJECT, webhook, null);
        return new ReplayView(1, null);
    }

    ReplayView since(Caller caller, UUID webhook, ReplayEvents request) throws SQLException {
        requireEnabled(webhook);
        var now = clock.instant();
        if (request.since().isBefore(now.minus(Deliveries.KEPT))) {
            throw ProblemException.invalid("/since", "too-long-ago", "Is to be within the last 30 days.");
        }
        var queued = deliveries.again(webhook, request.since(), request.which() == ReplayEvents.Which.ALL, MOST, now);
        audit.wrote(caller, "webhook.replayed", SUBJECT, webhook, null);
        return new ReplayView(queued.many(), queued.many() == MOST ? queued.last() : null);
    }

    private void requireEnabled(UUID webhook) throws SQLException {
        if (!webhooks.hold(webhook).isEnabled()) {
            throw ProblemException.conflict("disabled", "Enable the webhook first.");
        }
    }
}
