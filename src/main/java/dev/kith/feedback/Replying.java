package dev.kith.feedback;

import dev.kith.audit.Audit;
import dev.kith.client.ClientDirectory;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the care team and the client do with feedback: give it, read it, take it back. Its words are in no event and on no trail. */
@ApplicationScoped
@Transactional
class Replying {
    @Inject
    Threads threads;

    @Inject
    Subjects subjects;

    @Inject
    Unread unread;

    @Inject
    ClientDirectory clients;

    @Inject
    Outbox outbox;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /** The care team begins a thread; the client replies in it. */
    FeedbackView give(Caller caller, Subject about, String text) {
        var known = subjects.require(about);
        clients.requireCaredForBy(caller, known.clientId()).requireActive();
        if (!known.complete()) {
            throw ProblemException.conflict("not-completed", "It is a draft; nobody replies to what is not said yet.");
        }
        if (caller.isClient() && !threads.wasBegun(about)) {
            throw ProblemException.conflict("nothing-to-reply-to", "The care team has said nothing about it.");
        }
        var message = new Feedback(Ids.next(), known.clientId(), about, caller, text, clock.instant());
        threads.persist(message);
        tell(caller, message, "feedback.given");
        return FeedbackView.of(message);
    }

    Slice<FeedbackView> thread(Caller caller, Subject about, @Nullable Cursor after, int limit) {
        var known = subjects.require(about);
        clients.requireCaredForBy(caller, known.clientId());
        audit.read(caller, "feedback.listed", about.kind().code(), about.id(), known.clientId());
        return slice(threads.page(about, after, limit), limit);
    }

    Slice<FeedbackView> of(Caller caller, UUID clientId, @Nullable Cursor after, int limit) {
        clients.requireCaredForBy(caller, clientId);
        audit.read(caller, "feedback.listed", "client", clientId, clientId);
        return slice(threads.page(clientId, after, limit), limit);
    }

    /** The client's own; no access query, for the token says whose it is. */
    Slice<FeedbackView> own(Caller caller, @Nullable Cursor after, int limit) {
        return slice(threads.page(Objects.requireNonNull(caller.clientId()), after, limit), limit);
    }

    UnreadView unread(Caller caller) {
        return caller.isClient()
                ? unread.ofClient(Objects.requireNonNull(caller.clientId()))
                : unread.onCaseloadOf(Objects.requireNonNull(caller.memberId()));
    }

    FeedbackView read(Caller caller, UUID id) {
        var message = held(caller, id);
        if (message.read(caller, clock.instant())) {
            tell(caller, message, "feedback.read");
        }
        return FeedbackView.of(message);
    }

    FeedbackView withdraw(Caller caller, UUID id) {
        var message = held(caller, id);
        if (message.withdraw(caller, clock.instant())) {
            tell(caller, message, "feedback.withdrawn");
        }
        return FeedbackView.of(message);
    }

    /** One message as it is now. */
    FeedbackView see(Caller caller, UUID id) {
        var message = held(caller, id);
        audit.read(caller, "feedback.seen", "feedback", id, message.clientId);
        return FeedbackView.of(message);
    }

    private Feedback held(Caller caller, UUID id) {
        var message = threads.requireHeld(id);
        clients.requireCaredForBy(caller, message.clientId);
        return message;
    }

    private void tell(Caller caller, Feedback message, String what) {
        var about = message.about();
        outbox.put(
                what,
                message.id,
                message.clientId,
                Map.of(
                        "about", about.id().toString(),
                        "kind", about.kind().code(),
                        "from", message.from().code()));
        audit.wrote(caller, what, "feedback", message.id, message.clientId);
    }

    private static Slice<FeedbackView> slice(List<Feedback> oneMore, int limit) {
        return Slice.of(oneMore, limit, f -> Cursor.of(f.givenAt, f.id)).map(FeedbackView::of);
    }
}
