package dev.kith.calendar;

import dev.kith.audit.Audit;
import dev.kith.client.ClientDirectory;
import dev.kith.outbox.Outbox;
import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import dev.kith.tenancy.Practices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Making, showing and revoking a client's own feed, and reading it by its secret. */
@ApplicationScoped
class FeedingCalendars {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 32;
    private static final Duration BACK = Duration.ofDays(30);
    private static final Duration AHEAD = Duration.ofDays(35);

    @Inject
    FeedRows feeds;

    @Inject
    ClientDirectory clients;

    @Inject
    Practices practices;

    @Inject
    Audit audit;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /** A new address; the one before, if any, shows nothing from now on. */
    @Transactional(rollbackOn = Exception.class)
    NewCalendarFeedView make(Caller caller) throws SQLException {
        var client = own(caller);
        clients.requireCaredForBy(caller, client).requireActive();
        var random = new byte[SECRET_BYTES];
        RANDOM.nextBytes(random);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        var now = clock.instant();
        feeds.put(client, hash(secret), now);
        tell(caller, client, "calendar-feed.made");
        return new NewCalendarFeedView(CalendarFeedResource.PATH + "/" + secret, now);
    }

    @Transactional(rollbackOn = Exception.class)
    CalendarFeedView read(Caller caller) throws SQLException {
        return feeds.of(own(caller));
    }

    /** Twice is once. */
    @Transactional(rollbackOn = Exception.class)
    void revoke(Caller caller) throws SQLException {
        var client = own(caller);
        if (feeds.remove(client)) {
            tell(caller, client, "calendar-feed.revoked");
        }
    }

    /** Whoever has the secret; nothing of them is known, and the practice is found by it. */
    String text(String secret) {
        var owner = practices.outside(() -> feeds.behind(hash(secret))).orElseThrow(ProblemException::notFound);
        return practices.within(owner.practice(), () -> text(owner.client()));
    }

    private String text(UUID client) throws SQLException {
        var record = clients.require(client);
        if (record.archived()) {
            throw ProblemException.notFound();
        }
        var now = clock.instant();
        feeds.read(client, now);
        return FeedText.of(feeds.slots(client, now.minus(BACK), now.plus(AHEAD)), record.language());
    }

    private void tell(Caller caller, UUID client, String what) {
        outbox.put(what, client, client, Map.of());
        audit.wrote(caller, what, "client", client, client);
    }

    private static UUID own(Caller caller) {
        return Objects.requireNonNull(caller.clientId());
    }

    static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
