package dev.kith.client;

import dev.kith.contract.Example;
import dev.kith.shape.OneLine;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent to open a record in need. */
@Schema(description = "Why a record must be opened now, and for how long.")
@Example("""
        {"reason": "On call tonight: the client phones the crisis line", "minutes": 30}
        """)
record BreakGlass(
        @Schema(description = "Kept in the trail and told to the admins.") @NotNull @OneLine @Size(min = 10, max = 500)
        String reason,

        @Schema(description = "30 when left out.") @Nullable @Min(1) @Max(60)
        Integer minutes) {
    private static final int USUAL = 30;

    Duration time() {
        return Duration.ofMinutes(minutes == null ? USUAL : minutes);
    }
}
