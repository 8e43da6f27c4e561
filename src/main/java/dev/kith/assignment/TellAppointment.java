package dev.kith.assignment;

import dev.kith.contract.Example;
import dev.kith.shape.ZoneName;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What practice software sends of an appointment. */
@Schema(description = "When it is now, or that it is cancelled.")
@Example("""
        {"startsAt": "2026-12-03T09:00:00Z", "timeZone": "Europe/Berlin"}
        """)
record TellAppointment(
        @NotNull Instant startsAt,

        @Schema(
                description = "IANA zone that its wall time is in; the client's when left out.",
                examples = "Europe/Berlin")
        @Nullable
        @ZoneName
        @Size(max = 60)
        String timeZone,

        @Schema(description = "true: it does not take place; what hangs on it stays as it is.") @Nullable
        Boolean cancelled) {}

/** An appointment as it was told of last. */
@Schema(description = "An appointment, and how much work hangs on it.")
record AppointmentView(
        UUID id,
        UUID clientId,
        @Schema(examples = "ehr|4711") String externalId,
        Instant startsAt,
        String timeZone,
        @Nullable Instant cancelledAt,

        @Schema(description = "Assignments whose start hangs on it.")
        int anchored) {
    static AppointmentView of(Appointment a, int anchored) {
        return new AppointmentView(a.id, a.clientId, a.externalId, a.startsAt, a.timeZone, a.cancelledAt, anchored);
    }
}

/** A page of them, newest first. */
@Schema(description = "A page of appointments, newest first.")
record AppointmentPage(
        List<AppointmentView> items,

        @Schema(description = "Send as after for the next page.") @Nullable
        String next) {}
