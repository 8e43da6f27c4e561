package dev.kith.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A failure that the caller is told about. Carries no stack: it is an answer, not an accident. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ProblemType type;
    private final transient @Nullable List<Problem.Fault> faults;
    private final @Nullable Integer retryAfter;
    private final @Nullable String tokenError;

    public ProblemException(ProblemType type, @Nullable String detail) {
        this(type, detail, null, null, null);
    }

    public ProblemException(ProblemType type, @Nullable String detail, List<Problem.Fault> faults) {
        this(type, detail, faults, null, null);
    }

    private ProblemException(
            ProblemType type,
            @Nullable String detail,
            @Nullable List<Problem.Fault> faults,
            @Nullable Integer retryAfter,
            @Nullable String tokenError) {
        super(detail, null, false, false);
        this.type = type;
        this.faults = faults == null ? null : List.copyOf(faults);
        this.retryAfter = retryAfter;
        this.tokenError = tokenError;
    }

    /** At the token endpoint: a problem that also says the error of RFC 6749, section 5.2. */
    public static ProblemException ofToken(ProblemType type, String error, String detail) {
        return new ProblemException(type, detail, List.of(new Problem.Fault("", error, detail)), null, error);
    }

    /** 404: not there, or not the caller's to see. */
    public static ProblemException notFound() {
        return new ProblemException(ProblemType.NOT_FOUND, null);
    }

    /** 409: well asked, but the resource's state says no. The code is lower-kebab. */
    public static ProblemException conflict(String code, String detail) {
        return new ProblemException(ProblemType.CONFLICT, detail, List.of(new Problem.Fault("", code, detail)));
    }

    /** 422 at several places. */
    public static ProblemException invalid(List<Problem.Fault> faults) {
        return new ProblemException(ProblemType.INVALID, null, faults);
    }

    /** 422 at one place: a JSON Pointer into the body, or # and a parameter's name. */
    public static ProblemException invalid(String pointer, String code, String detail) {
        return invalid(List.of(new Problem.Fault(pointer, code, detail)));
    }

    /** 400 at one place. */
    public static ProblemException malformed(String pointer, String code, String detail) {
        return new ProblemException(ProblemType.MALFORMED, null, List.of(new Problem.Fault(pointer, code, detail)));
    }

    /** 429: come again in so many seconds. */
    public static ProblemException tooMany(String detail, int retryAfterSeconds) {
        return new ProblemException(ProblemType.TOO_MANY_REQUESTS, detail, null, retryAfterSeconds, null);
    }

    /** 429, for a reason that an app can tell from others: the code is lower-kebab. */
    public static ProblemException tooMany(String code, String detail, int retryAfterSeconds) {
        return new ProblemException(
                ProblemType.TOO_MANY_REQUESTS,
                detail,
                List.of(new Problem.Fault("", code, detail)),
                retryAfterSeconds,
                null);
    }

    /** 503: come again after the usual wait. */
    public static ProblemException unavailable(String detail) {
        return new ProblemException(ProblemType.UNAVAILABLE, detail);
    }

    /** 503: come again in so many seconds. */
    public static ProblemException unavailable(String detail, int retryAfterSeconds) {
        return new ProblemException(ProblemType.UNAVAILABLE, detail, null, retryAfterSeconds, null);
    }

    public ProblemType type() {
        return type;
    }

    public @Nullable List<Problem.Fault> faults() {
        return faults;
    }

    /** The error of RFC 6749, at the token endpoint. */
    public @Nullable String tokenError() {
        return tokenError;
    }

    /** Seconds to wait, as was said or as is usual for the type: for 429 and 503. Null where waiting does not help. */
    public @Nullable Integer retryAfter() {
        return retryAfter == null ? type.usualWait() : retryAfter;
    }
}
