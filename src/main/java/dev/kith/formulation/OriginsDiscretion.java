package dev.kith.formulation;

import dev.kith.assignment.GivenWork;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Who may read a client's words about their origins. Clients read all of their own; which origins they chose the care team always sees. Of their words it
 * reads what is shared, and what is to be shared at the session once an appointment has begun that was foretold, and after words and
 * choice had reached us: as with the words of a log. What a client said before is theirs alone.
 */
@ApplicationScoped
class OriginsDiscretion {
    @Inject
    OriginsBook book;

    @Inject
    Checklists checklists;

    @Inject
    GivenWork work;

    /** What a client says now, as far as the caller may read it. */
    OriginsView seen(Caller caller, UUID client) {
        return book.findCurrent(client)
                .map(one -> mayRead(caller, client, one) ? one.view() : one.withoutWords())
                .orElseGet(() -> OriginsView.none(client, checklists.newest().version()));
    }

    private boolean mayRead(Caller caller, UUID client, OriginsRevision origins) {
        if (client.equals(caller.clientId())) {
            return true;
        }
        var sharing = origins.sharing();
        var since = origins.wordsSince();
        if (sharing == null || since == null || caller.memberId() == null) {
            return false;
        }
        return switch (sharing) {
            case SHARED -> true;
            case SHARE_AT_SESSION ->
                work.lastForetoldAppointmentOf(client)
                        .filter(began -> began.isAfter(since))
                        .isPresent();
            case PRIVATE -> false;
        };
    }
}
