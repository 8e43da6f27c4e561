package dev.kith.safety;

import dev.kith.shape.OneLine;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody, or some place, and how to get there. */
@Schema(description = "A person, a place or an agency, and how to reach it.")
record SafetyContact(
        @Schema(examples = "My sister") @NotNull @OneLine @Size(max = 200)
        String name,

        @Schema(
                description = "As one would dial it; only its shape is looked at, nobody calls it.",
                examples = "+49 30 0000000")
        @Nullable
        @Size(max = 40)
        @Pattern(regexp = "[+(]?[0-9][0-9 ()./#*-]{1,38}")
        String phone,

        @Schema(examples = "After six in the evening") @Nullable @Size(min = 1, max = 500)
        String note) {}
