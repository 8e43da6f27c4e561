package dev.kith.content;

import dev.kith.contract.Example;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent to begin the next version. */
@Schema(description = "Which version the draft begins from.")
@Example("""
        {"from": 1}
        """)
public record DraftNextVersion(
        @Schema(description = "A version that was published; the newest when left out.")
        @Nullable
        @Min(1)
        @Max(1_000_000)
        Integer from) {}
