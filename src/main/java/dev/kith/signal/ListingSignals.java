package dev.kith.signal;

import dev.kith.audit.Audit;
import dev.kith.client.ClientDirectory;
import dev.kith.paging.Cursor;
import dev.kith.paging.Slice;
import dev.kith.security.Caller;
import dev.kith.signal.SignalBook.Noticed;
import dev.kith.words.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells what the rules say of a client, what they said, and what they cannot say. */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
class ListingSignals {
    private static final Instant LATEST = Instant.parse("2300-01-01T00:00:00Z");
    private static final UUID LAST = new UUID(-1L, -1L);

    @Inject
    ClientDirectory clients;

    @Inject
    Watching watching;

    @Inject
    JudgedBook book;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    SignalPage of(Caller caller, UUID client, boolean standingOnly, @Nullable Cursor after, int limit, Words words)
            throws SQLException {
        clients.requireCaredForBy(caller, client);
        audit.read(caller, "signals.listed", "client", client, client);
        watching.catchUp(List.of(client));
        var hidden = SignalRule.hiddenFrom(caller);
        var found = book.page(
                client,
                standingOnly,
                hidden,
                after == null ? LATEST : after.instant(0),
                after == null ? LAST : after.uuid(1),
                limit + 1);
        return SignalPage.of(
                Slice.of(found.signals(), limit, ListingSignals::key)
                        .map(noticed -> SignalView.of(noticed, clock.instant(), words)),
                found.notJudged(),
                hidden);
    }

    private static Cursor key(Noticed noticed) {
        return Cursor.of(noticed.at(), noticed.id());
    }
}
