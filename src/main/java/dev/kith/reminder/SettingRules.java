package dev.kith.reminder;

import dev.kith.audit.Audit;
import dev.kith.client.ClientDirectory;
import dev.kith.etag.Etags;
import dev.kith.idempotency.Turns;
import dev.kith.mail.Postbox;
import dev.kith.outbox.Outbox;
import dev.kith.pace.PaceChanged;
import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reading and writing rules. A change plans anew what was only planned; what was sent is not sent again by another rule of the same kind. */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
class SettingRules {
    private static final RuleBook.Kept NONE = new RuleBook.Kept(null, 0, null, null, 0);

    @Inject
    RuleBook book;

    @Inject
    DefaultRules defaults;

    @Inject
    Planning planning;

    @Inject
    Postbox postbox;

    @Inject
    ClientDirectory clients;

    @Inject
    Turns turns;

    @Inject
    Audit audit;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    ReminderRulesView ofPractice() throws SQLException {
        var own = book.ofPractice();
        return view(own.orElse(defaults.all()), own.isPresent());
    }

    ReminderRulesView setOfPractice(Caller caller, WriteReminderRules request, @Nullable String ifMatch)
            throws SQLException {
        if (request.quietHours() != null) {
            request.quietHours().requireSome();
        }
        var rules = KeptRule.of(request.rules());
        turns.take(caller, "reminder rules");
        var own = book.ofPractice();
        var version = own.map(RuleBook.Kept::version).orElse(0);
        Etags.require(ifMatch, version);
        var kept = new RuleBook.Kept(rules, request.mostPerDay(), request.quietHours(), request.appUrl(), version);
        if (own.isPresent() && own.get().equals(kept)) {
            return view(kept, true);
        }
        kept = new RuleBook.Kept(rules, request.mostPerDay(), request.quietHours(), request.appUrl(), version + 1);
        book.put(null, kept, caller.id(), clock.instant());
        if (own.isEmpty() || !rules.equals(own.get().rules())) { // what waits for the morning goes on waiting
            planning.planAnew(null, clock.instant());
        }
        outbox.put("reminder-rules.changed", caller.practice(), null, Map.of());
        audit.wrote(caller, "reminder-rules.changed", "practice", caller.practice(), null);
        return view(kept, true);
    }

    AssignmentReminderRulesView ofAssignment(Caller caller, UUID assignment) throws SQLException {
        var client = book.clientOf(assignment).orElseThrow(ProblemException::notFound);
        clients.requireCaredForBy(caller, client);
        audit.read(caller, "reminder-rules.read", "assignment", assignment, client);
        return view(assignment);
    }

    /** Null: the practice's again. */
    AssignmentReminderRulesView setOfAssignment(
            Caller caller, UUID assignment, WriteAssignmentReminderRules request, @Nullable String ifMatch)
            throws SQLException {
        var client = book.clientOf(assignment).orElseThrow(ProblemException::notFound);
        clients.requireCaredForBy(caller, client).requireActive();
        var rules = request.rules() == null ? null : KeptRule.of(request.rules());
        var most = request.mostPerDay() == null ? 0 : request.mostPerDay();
        turns.take(caller, "reminder rules " + assignment);
        var before = view(assignment);
        Etags.require(ifMatch, before.version());
        var own = book.ofAssignment(assignment).orElse(NONE);
        var same = Objects.equals(own.rules(), rules);
        if (same && own.mostPerDay() == most) {
            return before;
        }
        var kept = new RuleBook.Kept(rules, most, null, null, before.version() + 1);
        book.put(assignment, kept, caller.id(), clock.instant());
        if (!same) {
            planning.planAnew(assignment, clock.instant());
        }
        outbox.put("reminder-rules.changed", assignment, client, Map.of());
        audit.wrote(caller, "reminder-rules.changed", "assignment", assignment, client);
        return view(assignment);
    }

    /** In the transaction that changed the pace. */
    void paced(@Observes PaceChanged news) throws SQLException {
        if (news.remindedAtOtherTimes()) {
            planning.planAnewFor(news.clientId(), clock.instant());
        }
    }

    private AssignmentReminderRulesView view(UUID assignment) throws SQLException {
        var own = book.ofAssignment(assignment);
        var has = own.isPresent() && own.get().rules() != null;
        var kept = has ? own.get() : book.ofPractice().orElse(defaults.all());
        return new AssignmentReminderRulesView(
                kept.said(),
                has,
                own.map(RuleBook.Kept::mostPerDay).filter(most -> most > 0).orElse(null),
                own.map(RuleBook.Kept::version).orElse(0));
    }

    private ReminderRulesView view(RuleBook.Kept kept, boolean own) {
        return new ReminderRulesView(
                kept.said(),
                kept.mostPerDay(),
                kept.quietHours(),
                kept.appUrl(),
                own,
                postbox.isOpen(),
                kept.version());
    }
}
