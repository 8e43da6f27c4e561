package dev.kith.client;

import dev.kith.contract.Example;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent to put a member on a client's care team. */
@Schema(description = "A member for a care team. Dates are days in the practice's time zone.")
@Example("""
        {"memberId": "01981b2e-6f2c-7c3a-9b1e-2f6f0b8f5a10", "role": "cover", "from": "2026-12-21", "until": "2027-01-04"}
        """)
public record AddToCareTeam(
        @Schema(description = "A clinician or supervisor who is not disabled.") @NotNull
        UUID memberId,

        @NotNull CareTeamRole role,

        @Schema(description = "The first day; today when left out.") @Nullable
        LocalDate from,

        @Schema(description = "The first day that they are no longer on the team; null: open.") @Nullable
        LocalDate until) {

    public static AddToCareTeam fromToday(UUID memberId, CareTeamRole role) {
        return new AddToCareTeam(memberId, role, null, null);
    }
}
