package dev.kith.goal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What each of the five levels looks like, so that anybody could tell them apart on an ordinary day. */
@Schema(description = "What each level looks like, all five said before anybody rates.")
public record GoalLevels(
        @Schema(description = "-2.", examples = "I tell nobody") @NotBlank @Size(max = 500)
        String muchLess,

        @Schema(description = "-1.", examples = "Once a month") @NotBlank @Size(max = 500)
        String less,

        @Schema(description = "0: what can fairly be hoped for.", examples = "Once a week") @NotBlank @Size(max = 500)
        String expected,

        @Schema(description = "+1.", examples = "Twice a week") @NotBlank @Size(max = 500)
        String more,

        @Schema(description = "+2.", examples = "Most days") @NotBlank @Size(max = 500)
        String muchMore) {}
