package dev.kith.client;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A place on a care team. */
@Schema(description = "A member's place on a client's care team. Dates are days in the practice's time zone.")
public record CareTeamMemberView(
        @Schema(description = "Of this place, not of the member.")
        UUID id,

        UUID clientId,
        UUID memberId,
        @Schema(description = "The member's name.") String displayName,
        CareTeamRole role,
        @Schema(description = "The first day.") LocalDate from,

        @Schema(description = "The first day that they are no longer on the team; null: open.") @Nullable
        LocalDate until,

        @Schema(description = "On the team today.") boolean current,
        @Schema(description = "The number in its ETag.") int version) {

    static CareTeamMemberView of(CareTeamMember m, String displayName, LocalDate today) {
        var current = !m.fromOn.isAfter(today) && (m.untilOn == null || m.untilOn.isAfter(today));
        return new CareTeamMemberView(
                m.id,
                m.clientId,
                m.memberId,
                displayName,
                CareTeamRole.of(m.role),
                m.fromOn,
                m.untilOn,
                current,
                m.version);
    }
}

/** A page of them. */
@Schema(description = "A page of a care team, past places too; who joined last comes first.")
record CareTeamPage(
        List<CareTeamMemberView> items,

        @Schema(description = "Send as after for the next page.") @Nullable
        String next) {}
