package dev.kith.mail;

/** What is known of an e-mail after it was handed over. */
public enum Posted {
    /** The mail server took it. */
    SENT,
    /** Nothing went out; it may be tried again. */
    NOT_CONNECTED,
    /** The server said no. */
    REFUSED,
    /** It may have gone out. */
    UNSURE
}
