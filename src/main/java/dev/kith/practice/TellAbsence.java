package dev.kith.practice;

import dev.kith.contract.Example;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent to say that a member will be away. */
@Schema(description = "Days on which a member is away. Dates are days in the practice's time zone.")
@Example("""
        {"from": "2026-12-21", "until": "2027-01-04"}
        """)
record TellAbsence(
        @Schema(description = "The first day.") @NotNull LocalDate from,

        @Schema(description = "The day on which they are back.") @NotNull
        LocalDate until,

        @Schema(
                description =
                        "The member who stands in, and whom alerts reach in their place; null: alerts pass them over.")
        @Nullable
        UUID coverId) {}
