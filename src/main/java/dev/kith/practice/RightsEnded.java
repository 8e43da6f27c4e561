package dev.kith.practice;

import dev.kith.security.Caller;
import java.util.UUID;

/**
 * A member was disabled, or lost a role that others relied on; fired in the same transaction, which holds the member's row.
 *
 * @param disabled they may no longer sign in at all
 * @param overCare they may no longer look after clients, and could before
 * @param overAccess they are no admin any more, and were one before
 */
public record RightsEnded(Caller by, UUID memberId, boolean disabled, boolean overCare, boolean overAccess) {}
