package dev.kith.refusal;

import dev.kith.security.Caller;
import java.sql.SQLException;
import java.util.Set;

/**
 * Hears what must not be lost with a call that was refused (400, 409, 422, 429). The call's own transaction is over and undone by then, so
 * that nothing of it is held; who hears opens one of their own. What is refused may come again, also many times at once: hearing it
 * again changes nothing.
 */
public interface Heeds {
    /** What is sent, as items of {@code /v1/sync} name it. */
    String kind();

    /** The bodies of calls that say it. */
    Set<Class<?>> bodies();

    /**
     * Nobody has checked yet whether the caller may write there, nor anything of what was sent. Where there is no room to keep it now, the 429 is told
     * instead of the refusal, with the card; whatever is thrown is told as 503, so that it is sent again.
     */
    Heard heed(Caller caller, RefusedCall call) throws SQLException;
}
