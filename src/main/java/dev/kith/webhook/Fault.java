package dev.kith.webhook;

import java.util.Locale;

/** Why an event did not get through. */
enum Fault {
    /** Its name has no address now. */
    UNKNOWN_HOST,
    /** Its name leads to an address that is not public. */
    NOT_PUBLIC,
    /** Nobody takes the call there, or its certificate is not good. */
    NOT_CONNECTED,
    /** It did not answer in time. */
    NO_ANSWER,
    /** It sent somewhere else; that is not followed. */
    REDIRECTED,
    /** It said no. */
    REFUSED,
    /** It said that it is gone. */
    GONE,
    /** Our signing key was changed since: the secret has to be made anew. */
    SECRET_LOST;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
