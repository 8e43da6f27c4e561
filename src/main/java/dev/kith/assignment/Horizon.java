package dev.kith.assignment;

import dev.kith.assignment.TaskMaker.DueTask;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far ahead tasks are rows: to the start of the day that is five weeks from now, the same for every zone, so that a run which
 * finds nothing to do has only to compare.
 */
record Horizon(LocalDateTime to) {
    private static final int DAYS = 36;
    private static final LocalDateTime FIRST = LocalDateTime.of(1970, 1, 1, 0, 0);
    private static final LocalDateTime LAST = LocalDateTime.of(2201, 1, 1, 0, 0);

    static Horizon at(Instant now) {
        return new Horizon(
                LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(DAYS).atStartOfDay());
    }

    /** When it is next further away. */
    static Instant movesAfter(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC)
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    /** What a course is to be made of from one wall time on, and up to where it has then been made. */
    record Reach(List<DueTask> tasks, @Nullable LocalDateTime madeTo) {}

    /** Tasks from {@code from} (null: from the first) up to here; one-off work is made at once however far ahead it lies. */
    Reach reach(UUID assignment, UUID client, int revision, ScheduleView kept, @Nullable LocalDateTime from) {
        var schedule = kept.engine();
        var until = recurs(kept) ? to : LAST;
        var tasks = schedule.between(from == null ? FIRST : from, until)
                .map(occurrence -> new DueTask(assignment, client, revision, occurrence, kept.idleFor()))
                .toList();
        var more = schedule.between(until, LAST).findFirst().isPresent();
        return new Reach(tasks, more ? until : null);
    }

    static boolean recurs(ScheduleView kept) {
        return kept.rrule() != null || !kept.rdates().isEmpty() || kept.dose() != null;
    }
}
