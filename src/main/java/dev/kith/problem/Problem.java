package dev.kith.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a failed call is told. */
@Schema(description = "What went wrong, and where (RFC 9457).")
public record Problem(
        @Schema(
                description = "Names this kind of problem; closed. Also the path of a page about it on this server.",
                format = "uri-reference",
                examples = "/problems/not-found")
        String type,

        @Schema(description = "What happened, the same words for each problem of this type.")
        String title,

        @Schema(description = "The HTTP status, again.", minimum = "400", maximum = "599")
        int status,

        @Schema(description = "What happened this time.") @Nullable
        String detail,

        @Schema(description = "The path that was called.", format = "uri-reference") @Nullable
        String instance,

        @Schema(description = "Quote it when you report the problem.") @Nullable
        String traceId,

        @Schema(description = "For bad input: each place that is wrong.") @Nullable
        List<Fault> errors,

        @Schema(
                description = "At the token endpoint only: the error of RFC 6749, section 5.2.",
                examples = "invalid_client")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String error,

        @Schema(
                ref = "CrisisCard",
                description =
                        "Only where what was refused holds an answer that calls for it: show it at once. Whoever must know was told.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Object crisisCard,

        @Schema(
                description =
                        "Only where what was refused is kept all the same: the id of the response or log that it is kept as.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        UUID keptAs) {

    /** Under this key the call's trace id stands in the log context and in the routing context. */
    public static final String TRACE_ID = "traceId";

    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * The same, of what was heard all the same.
     *
     * @param card what has to be shown at once
     * @param kept as which it is kept
     */
    public Problem heard(@Nullable Object card, @Nullable UUID kept) {
        return new Problem(type, title, status, detail, instance, traceId, errors, error, card, kept);
    }

    /** One wrong place in what was sent. */
    @Schema(description = "One wrong place in what was sent.")
    public record Fault(
            @Schema(
                    description =
                            "JSON Pointer (RFC 6901) into the body, empty for all of it; or # and the name of a parameter.")
            String pointer,

            @Schema(description = "What is wrong, for programs; lower-kebab. More codes may come.")
            String code,

            @Schema(description = "What is wrong, for people.")
            String detail) {}
}
