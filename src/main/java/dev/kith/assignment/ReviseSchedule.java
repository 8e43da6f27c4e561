package dev.kith.assignment;

import dev.kith.contract.Example;
import dev.kith.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent to give an assignment another schedule. */
@Schema(description = "The schedule and dose as they are to be from now on, whole.")
@Example("""
        {"schedule": {"start": "2026-12-01T18:00", "rrule": "FREQ=WEEKLY;BYDAY=TU;COUNT=6"}}
        """)
record ReviseSchedule(
        @NotNull @Valid AskedSchedule schedule,
        @Nullable @Valid AskedDose dose) {}

/** One state of a schedule. */
@Schema(description = "What a schedule was from some moment on, and why it became so.")
record ScheduleRevisionView(
        @Schema(examples = "1") int revision,
        ScheduleChange why,

        @Schema(description = "What the client wrote with it; null for practice software.") @Nullable
        String note,

        UUID madeBy,
        Instant madeAt,
        ScheduleView schedule) {
    /** A client's own words are for their care team. */
    ScheduleRevisionView seenBy(Caller caller) {
        return caller.isMachine() ? new ScheduleRevisionView(revision, why, null, madeBy, madeAt, schedule) : this;
    }

    static ScheduleRevisionView of(ScheduleBook.Revision r) {
        return new ScheduleRevisionView(r.number(), r.why(), r.note(), r.madeBy(), r.madeAt(), r.schedule());
    }
}

/** All of them, newest first. */
@Schema(description = "Every revision of a schedule, newest first.")
record ScheduleRevisionList(
        List<ScheduleRevisionView> items, @Nullable String next) {}
