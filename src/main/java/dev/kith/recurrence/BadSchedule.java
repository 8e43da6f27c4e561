package dev.kith.recurrence;

/** A schedule that is refused; the message says why and may be shown. */
public final class BadSchedule extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Code {
        NOT_A_DURATION,
        NOT_POSITIVE,
        TOO_LONG,
        DUE_AFTER_CLOSE,
        START_OUT_OF_RANGE
    }

    private final Code code;

    BadSchedule(Code code, String message) {
        super(message);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
