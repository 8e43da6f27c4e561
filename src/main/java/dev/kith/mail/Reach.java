package dev.kith.mail;

/** How the mail server stands, as far as this process knows. */
public enum Reach {
    /** The installation has none. */
    NONE(Integer.MAX_VALUE),
    /** It did not answer, and is left alone for a while. */
    AWAY(0),
    /** It answers again: one e-mail shows whether it takes any. */
    BACK(1),
    THERE(Integer.MAX_VALUE);

    /** E-mails that may be claimed in one step. */
    public final int mostAtOnce;

    Reach(int mostAtOnce) {
        this.mostAtOnce = mostAtOnce;
    }
}
