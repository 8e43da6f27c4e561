package dev.kith.response;

import dev.kith.client.ClientRecord;
import dev.kith.limits.DayBounds;
import dev.kith.limits.DayBounds.Sent;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;

/** How much a client's app may send in a day that is to no task. Ask while the client's turn is taken. */
@ApplicationScoped
class Unplanned {
    @Inject
    Responses responses;

    @Inject
    DayBounds bounds;

    @Inject
    Clock clock;

    /** 429, and when there is room again. */
    void requireRoom(Caller caller, ClientRecord client) {
        if (caller.isClient()) {
            bounds.require(Sent.RESPONSES, clock.instant(), client.timeZone(), sent(caller));
        }
    }

    boolean hasRoom(Caller caller, ClientRecord client) {
        return !caller.isClient() || bounds.hasRoom(Sent.RESPONSES, clock.instant(), client.timeZone(), sent(caller));
    }

    /** The day that is counted. */
    LocalDate today(ClientRecord client) {
        return LocalDate.ofInstant(clock.instant(), client.timeZone());
    }

    private DayBounds.Count sent(Caller caller) {
        return from -> responses.unplannedSince(caller.id(), from);
    }
}
