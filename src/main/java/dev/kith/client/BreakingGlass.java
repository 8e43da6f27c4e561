package dev.kith.client;

import dev.kith.audit.Audit;
import dev.kith.outbox.Outbox;
import dev.kith.paging.Cursor;
import dev.kith.paging.Slice;
import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import dev.kith.time.Ids;
import dev.kith.time.RealTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens a record in need: at once, for a while, and never quietly. */
@ApplicationScoped
@Transactional
class BreakingGlass {
    @Inject
    Clients clients;

    @Inject
    BrokenGlasses glasses;

    @Inject
    Audit audit;

    @Inject
    Outbox outbox;

    @Inject
    Event<GlassBroken> news;

    @Inject
    @RealTime
    Clock clock;

    BrokenGlassView breakGlass(Caller caller, UUID clientId, BreakGlass request) {
        clients.require(clientId); // any client of the practice: that is the point
        var member = caller.memberId();
        if (member == null) {
            throw ProblemException.notFound();
        }
        var glass = new BrokenGlass(Ids.next(), clientId, member, request, clock.instant());
        glasses.persistAndFlush(glass);
        audit.wrote(caller, "glass.broken", "client", clientId, clientId, request.reason());
        outbox.put("glass.broken", glass.id, clientId, Map.of("memberId", member.toString()));
        news.fire(new GlassBroken(glass.id, clientId, member, glass.openedAt, glass.closesAt));
        return BrokenGlassView.of(glass);
    }

    Slice<BrokenGlassView> list(Caller caller, @Nullable Cursor after, int limit) {
        audit.read(caller, "broken-glass.listed", "broken-glass", null, null);
        return Slice.of(glasses.page(after, limit), limit, g -> Cursor.of(g.id)).map(BrokenGlassView::of);
    }
}
