package dev.kith.safety;

import dev.kith.audit.Audit;
import dev.kith.client.ClientDirectory;
import dev.kith.etag.Etags;
import dev.kith.idempotency.Turns;
import dev.kith.outbox.Outbox;
import dev.kith.paging.Cursor;
import dev.kith.paging.Slice;
import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import dev.kith.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A client's safety plan is written by them and by those who care for them; each save is a revision that stays. */
@ApplicationScoped
@Transactional
class WritingPlans {
    @Inject
    SafetyPlans plans;

    @Inject
    ClientDirectory clients;

    @Inject
    Turns turns;

    @Inject
    Outbox outbox;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    SafetyPlanView read(Caller caller, UUID clientId) {
        clients.requireCaredForBy(caller, clientId);
        audit.read(caller, "safety-plan.read", "client", clientId, clientId);
        return plans.current(clientId);
    }

    Slice<SafetyPlanView> revisions(Caller caller, UUID clientId, @Nullable Cursor after, int limit) {
        clients.requireCaredForBy(caller, clientId);
        audit.read(caller, "safety-plan.revisions-listed", "client", clientId, clientId);
        return Slice.of(plans.page(clientId, after, limit), limit, one -> Cursor.of(one.revision))
                .map(SafetyPlanRevision::view);
    }

    /** Of those who save on the same revision one goes first; the others read what it wrote and decide anew. */
    SafetyPlanView write(Caller caller, UUID clientId, SafetyPlanParts parts, @Nullable String ifMatch) {
        clients.requireCaredForBy(caller, clientId).requireActive();
        turns.take(caller, "safety plan of " + clientId);
        var now = plans.current(clientId);
        var stands = now.plan().equals(parts);
        if (!stands || ifMatch == null) { // sent again after a lost reply, it is what was asked for already
            Etags.requireTag(ifMatch, now.tag());
        }
        if (stands) {
            return now;
        }
        if (parts.saysNothing() && !caller.isClient()) {
            throw ProblemException.invalid(
                    "",
                    "not-yours-to-empty",
                    "Only the client may empty their plan; say what else should stand there.");
        }
        var next = new SafetyPlanRevision(Ids.next(), clientId, now.revision() + 1, parts, caller, clock.instant());
        plans.persistAndFlush(next);
        outbox.put("safety-plan.written", next.id, clientId, Map.of("revision", next.revision));
        audit.wrote(caller, "safety-plan.written", "safety-plan", next.id, clientId);
        return next.view();
    }
}
