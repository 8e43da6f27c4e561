package dev.kith.idempotency;

import dev.kith.security.Caller;
import java.util.UUID;

/**
 * Says again what an operation once replied, from what is there now.
 *
 * @param <T> what the operation replies with
 */
public interface Anew<T> {
    /** Of what was replied: all that is kept of it. */
    UUID id(T reply);

    /**
     * The same thing, for this caller now, in the running transaction.
     *
     * @throws Exception as reading it does: 404 when the caller may not see it any more
     */
    T again(Caller caller, UUID id) throws Exception;
}
