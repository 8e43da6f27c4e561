package dev.kith.log;

import dev.kith.contract.Example;
import dev.kith.exercise.LogValues;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent to correct a log. */
@Schema(description = "All of it as it should be, and why.")
@Example("""
        {"reason": "The two numbers were swapped", "before": {"suds": 6}, "after": {"suds": 3, "outcome": "asked-yes"}, "stopRuleUsed": false}
        """)
record CorrectLog(
        @Schema(description = "Read by everybody who may read the log, so it is no place for what is private.")
        @NotBlank
        @Size(max = 500)
        String reason,

        @Schema(description = "By the codes of the exercise's fields, whole.") @Nullable @Size(max = 100)
        Map<@Size(max = 64) String, @Nullable Object> before,

        @Schema(description = "As before.") @Nullable @Size(max = 100)
        Map<@Size(max = 64) String, @Nullable Object> during,

        @Schema(description = "As before.") @Nullable @Size(max = 100)
        Map<@Size(max = 64) String, @Nullable Object> after,

        @Schema(description = "Whether a stop rule was used.") @Nullable
        Boolean stopRuleUsed) {

    LogValues values() {
        return LogValues.sent(before, during, after);
    }
}
