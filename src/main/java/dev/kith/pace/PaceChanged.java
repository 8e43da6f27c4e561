package dev.kith.pace;

import dev.kith.security.Caller;
import java.util.UUID;

/**
 * A client's pace is another now; fired in the transaction that changed it.
 *
 * @param remindedAtOtherTimes whether reminders that are planned are to be planned anew
 */
public record PaceChanged(Caller by, UUID clientId, boolean remindedAtOtherTimes) {}
