package dev.kith.idempotency;

import dev.kith.security.Caller;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

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
     * @param language the header Accept-Language of now
     * @throws Exception as reading it does: 404 when the caller may not see it any more
     */
    T again(Caller caller, UUID id, @Nullable String language) throws Exception;

    /** With the headers that belong to what is said now; they take the place of those that were kept. */
    default RestResponse<T> told(T reply, @Nullable String language) {
        return RestResponse.ok(reply);
    }
}
