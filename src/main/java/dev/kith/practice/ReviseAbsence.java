package dev.kith.practice;

import dev.kith.contract.Example;
import dev.kith.json.Given;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent to change an absence. */
@Schema(
        description =
                "A merge patch (RFC 7396): what is left out stays; null removes coverId, and is refused for until.")
@Example("""
        {"until": "2027-01-02"}
        """)
record ReviseAbsence(
        @Schema(
                implementation = LocalDate.class,
                description = "The day on which they are back; the first day takes the absence back.")
        @Nullable
        @Valid
        Given<@NotNull LocalDate> until,

        @Schema(implementation = UUID.class, description = "The member who stands in.") @Nullable
        Given<UUID> coverId) {}
