package dev.kith.problem;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Every way a call can fail; closed, so that a caller can handle them all. */
public enum ProblemType {
    MALFORMED(
            400,
            "The request could not be read.",
            "Mend the places that `errors` points at; sending it again unchanged fails again."),
    UNAUTHENTICATED(401, "No valid access token.", "Refresh the access token or sign in, then send the request again."),
    FORBIDDEN(403, "Your role may not do this.", "Do not retry: ask an admin of the practice for the role or scope."),
    NOT_FOUND(
            404, "Not there, or not yours.", "Do not retry: check the id. What you may not see answers the same way."),
    METHOD_NOT_ALLOWED(405, "This address does not take that method.", "Use one of the methods in the `Allow` header."),
    NOT_ACCEPTABLE(406, "No representation you accept.", "Accept one of the documented media types."),
    CONFLICT(
            409,
            "The resource is in another state.",
            "Read the resource again and decide anew; a retry alone does not help."),
    STALE(
            412,
            "Somebody changed it since you read it.",
            "Read it again, redo your change on the new version and send its new ETag."),
    TOO_LARGE(413, "The body is over 1 MiB.", "Send less at a time."),
    UNSUPPORTED_MEDIA_TYPE(
            415, "The body is not of a type taken here.", "Send a documented media type and say so in `Content-Type`."),
    INVALID(
            422,
            "Well-formed, but breaks a rule.",
            "Mend the places that `errors` points at; sending it again unchanged fails again."),
    PRECONDITION_REQUIRED(428, "Say which version you change.", "Read the resource and send its ETag as `If-Match`."),
    TOO_MANY_REQUESTS(429, "Too many requests.", "Wait as many seconds as `Retry-After` says, then send it again."),
    INTERNAL(500, "Our mistake.", "Retry once; if it stays, tell the operator the `traceId`."),
    UNAVAILABLE(
            503,
            "Not able to answer just now.",
            "Wait as many seconds as `Retry-After` says, then send it again: nothing was done.");

    /** Where the pages about problems are served; `type` is this and the code, a reference to be read against the address called. */
    static final String PAGES = "/problems/";

    private final int status;
    private final String title;
    private final String advice;

    ProblemType(int status, String title, String advice) {
        this.status = status;
        this.title = title;
        this.advice = advice;
    }

    /** The HTTP status, 400 to 599. */
    public int status() {
        return status;
    }

    /** Seconds to wait where nobody said: for a bucket to drip, for a database to come back. Null where waiting does not help. */
    public @Nullable Integer usualWait() {
        return switch (this) {
            case TOO_MANY_REQUESTS -> 1;
            case UNAVAILABLE -> 2;
            default -> null;
        };
    }

    /** What happened, the same words each time. */
    public String title() {
        return title;
    }

    /** What the caller should do then. */
    public String advice() {
        return advice;
    }

    /** Lower-kebab, as every code on the wire. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The `type` member of the problem. */
    public String uri() {
        return PAGES + code();
    }

    /** The nearest type for a status that the framework chose. */
    public static ProblemType of(int status) {
        for (var type : values()) {
            if (type.status == status) {
                return type;
            }
        }
        return status >= 500 ? INTERNAL : MALFORMED;
    }
}
