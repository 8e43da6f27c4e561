package dev.kith.client;

import dev.kith.security.Caller;
import java.util.UUID;

/**
 * A place on a care team was ended as of today, by the caller; fired in the same transaction, which holds the client's turn. The
 * member may be on the team in another role still. What ends by its date ends without this news.
 */
public record CareTeamLeft(Caller by, UUID clientId, UUID memberId) {}
