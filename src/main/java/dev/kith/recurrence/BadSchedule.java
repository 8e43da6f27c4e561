package dev.kith.recurrence;

import java.util.Locale;

/** A schedule that is refused; the message says why and may be shown. */
public final class BadSchedule extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Code {
        NOT_A_DURATION,
        NOT_POSITIVE,
        TOO_LONG,
        DUE_AFTER_CLOSE,
        START_OUT_OF_RANGE,
        /** Cannot be read as a recurrence rule of RFC 5545. */
        NOT_A_RULE,
        /** A part that RFC 5545 does not know, or that we do not take. */
        UNKNOWN_PART,
        /** A part that is given twice. */
        REPEATED_PART,
        /** A number, a year or a weekday outside its range. */
        OUT_OF_RANGE,
        /** Parts that exclude each other. */
        NOT_TOGETHER,
        /** Finer than a day within a rule, or finer than a second in a time. */
        TOO_FINE,
        /** Has no end, or one too far away. */
        UNBOUNDED,
        TOO_MANY,
        /** Nothing would ever open. */
        NEVER,
        ENDS_BEFORE_START,
        BEFORE_START,
        /** The same time of day twice. */
        SAME_TIME_TWICE,
        /** Periods of a dose that would run into each other. */
        PERIODS_OVERLAP;

        /** As callers see it: {@code not-a-rule}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Code code;
    private final String pointer;

    BadSchedule(Code code, String message) {
        this(code, "", message);
    }

    BadSchedule(Code code, String pointer, String message) {
        super(message);
        this.code = code;
        this.pointer = pointer;
    }

    public Code code() {
        return code;
    }

    /** Where, as a JSON Pointer that starts at the schedule: {@code /exdates/3}. Empty when only the text itself was at hand. */
    public String pointer() {
        return pointer;
    }
}
