package dev.kith.program;

import dev.kith.security.Caller;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An enrolment with all its steps. */
@Schema(description = "A client in a program: every step with its state, dates and gates.")
record EnrollmentView(
        UUID id,
        UUID clientId,
        @Schema(examples = "learning-to-trust-again") String program,

        @Schema(description = "The version with which it began; a newer one changes nothing here.", examples = "1")
        int version,

        String title,

        @Schema(description = "Must stand beside it wherever it is shown; null when nothing must.") @Nullable
        String label,

        @Schema(description = "Who sets the pace, and that going back is part of the way.") @Nullable
        String pace,

        @Schema(description = "Language of the texts here (BCP 47).", examples = "en")
        String language,

        EnrollmentState state,

        @Schema(description = "The local day on which week 0 began.")
        LocalDate beganOn,

        @Schema(
                description =
                        "When it would have begun for what is still to come to lie where it lies: later than beganOn"
                                + " after a pause, a move or a repetition.")
        LocalDate startsOn,

        @Schema(description = "The week that it is in; null before it begins.") @Nullable
        Integer currentWeek,

        @Nullable Instant pausedAt,

        @Schema(description = "Whether the client paused it; null when it is not paused.") @Nullable
        Boolean pausedByClient,

        @Nullable String pauseReason,

        @Schema(description = "The critical answer that waits for a clinician's word; null: none, and for the client.")
        @Nullable
        UUID waitsForResponse,

        EnrollmentProgressView progress,

        @Schema(description = "In the order of the program, each round after the one before.")
        List<EnrollmentStepView> steps,

        @Schema(description = "Optional steps that were not added; empty for the client.")
        List<String> offers,

        @Schema(description = "Null for the client.") @Nullable
        String reason,

        UUID madeBy,
        Instant madeAt,
        @Nullable Instant endedAt,

        @Schema(description = "Null for the client.") @Nullable
        String endReason,

        @Schema(description = "Counts changes; the ETag begins with it.")
        int revision) {

    /** How far it has come. */
    @Schema(description = "How far it has come, in steps; nothing here counts days in a row.")
    record EnrollmentProgressView(
            @Schema(description = "Done at least once.") int done,

            @Schema(description = "Given, and not done yet.")
            int given,

            @Schema(description = "Still to come.") int toCome,

            @Schema(description = "Their time is over, and nothing of them was done.")
            int undone,

            @Schema(description = "Left out.") int leftOut) {
        static EnrollmentProgressView of(List<EnrollmentStep> rows) {
            var done = 0;
            var given = 0;
            var toCome = 0;
            var undone = 0;
            var leftOut = 0;
            for (var row : rows) {
                switch (row.state()) {
                    case DONE -> done++;
                    case ASSIGNED -> given++;
                    case PLANNED, WAITING -> toCome++;
                    case UNDONE -> undone++;
                    case SKIPPED, CANCELLED -> leftOut++;
                }
            }
            return new EnrollmentProgressView(done, given, toCome, undone, leftOut);
        }
    }
}

/** An enrolment in a list. */
@Schema(description = "An enrolment, without its steps.")
record EnrollmentSummary(
        UUID id,
        UUID clientId,
        @Schema(examples = "learning-to-trust-again") String program,
        int version,
        String title,
        EnrollmentState state,
        LocalDate beganOn,
        LocalDate startsOn,
        Instant madeAt,
        @Nullable Instant endedAt,

        @Schema(description = "Counts changes; the ETag begins with it.")
        int revision) {
    static EnrollmentSummary of(Enrollment e, String title) {
        return new EnrollmentSummary(
                e.id,
                e.clientId,
                e.programKey,
                e.programVersion,
                title,
                e.state(),
                e.beganOn,
                e.startsOn,
                e.madeAt,
                e.endedAt,
                e.version);
    }
}

/** A page of them, newest first. */
@Schema(description = "A page of enrolments, newest first.")
record EnrollmentPage(
        List<EnrollmentSummary> items,

        @Schema(description = "Send as after for the next page.") @Nullable
        String next) {}

/** Something that happened to it. */
@Schema(description = "Something that happened to an enrolment; kept as it was told.")
record EnrollmentEventView(
        @Schema(description = "Such as paused, moved, week-repeated.", examples = "paused")
        String what,

        @Nullable String step,
        @Nullable Integer week,

        @Schema(description = "By how many days what was to come was moved.") @Nullable
        Integer days,

        @Nullable String reason,
        UUID madeBy,
        boolean byClient,
        Instant madeAt) {
    /** A client's own words are for their care team, not for programs. */
    static EnrollmentEventView of(EnrollmentEvent e, Caller caller) {
        return new EnrollmentEventView(
                e.what,
                e.step,
                e.week == null ? null : e.week.intValue(),
                e.days,
                e.byClient && caller.isMachine() ? null : e.reason,
                e.madeBy,
                e.byClient,
                e.madeAt);
    }
}

/** All of it, newest first. */
@Schema(description = "All that happened to an enrolment, newest first.")
record EnrollmentHistory(
        List<EnrollmentEventView> items, @Nullable String next) {}
