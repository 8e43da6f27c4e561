package dev.kith.progress;

import dev.kith.change.Method;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How something was worked out. */
@Schema(description = "How this was worked out: by which rule, and where its method was published.")
record MethodView(
        @Schema(description = "Of the rule.", examples = "reliable-change")
        String name,

        @Schema(description = "Goes up whenever the same facts could give another figure.", examples = "1")
        int version,

        @Schema(description = "Of the method. Null with a reason.") @Nullable
        String citation,

        @Schema(
                description =
                        "OWN_ARITHMETIC: counts, shares, means and differences as described here; no source is needed for them.")
        @Nullable
        String reason) {

    static MethodView of(Method method) {
        return new MethodView(
                method.rule().name(),
                method.rule().version(),
                method.citation(),
                method.citation() == null ? "OWN_ARITHMETIC" : null);
    }
}
