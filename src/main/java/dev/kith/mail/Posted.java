package dev.kith.mail;

/** What is known of an e-mail after it was handed over. */
public enum Posted {
    /** The mail server took it. */
    SENT,
    /** Nothing went out; it may be tried again. */
    NOT_CONNECTED,
    /** The server will not take this one just now; it may be tried again. */
    NOT_NOW,
    /** The server said no. */
    REFUSED,
    /** It may have gone out. */
    UNSURE
}
