package dev.kith.practice;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An absence as colleagues see it. */
@Schema(description = "Days on which a member is away, in the practice's time zone. It says nothing of why.")
record AbsenceView(
        UUID id,
        UUID memberId,
        @Schema(description = "The first day.") LocalDate from,

        @Schema(description = "The day on which they are back; the first day again when it was taken back.")
        LocalDate until,

        @Schema(description = "The member who stands in.") @Nullable
        UUID coverId,

        @Schema(description = "The number in its ETag.") int version) {

    static AbsenceView of(Absence a) {
        return new AbsenceView(a.id, a.memberId, a.fromOn, a.untilOn, a.coverId, a.version);
    }
}

/** A page of them. */
@Schema(description = "A page of absences; the latest comes first.")
record AbsencePage(
        List<AbsenceView> items,

        @Schema(description = "Send as after for the next page.") @Nullable
        String next) {}
