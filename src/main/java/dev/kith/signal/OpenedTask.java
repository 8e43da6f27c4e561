package dev.kith.signal;

import dev.kith.change.Adherence.CountedTask;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A task that has opened, as far as signals go. */
record OpenedTask(
        Instant dueAt,
        @Nullable String endedAs,
        @Nullable Instant endedAt,
        @Nullable String barrier) {
    boolean isOver() {
        return endedAs != null;
    }

    boolean isMissing() {
        return endedAs == null || endedAs.equals("missed") || endedAs.equals("skipped");
    }

    CountedTask due() {
        var done = "completed".equals(endedAs);
        var withdrawn = "cancelled".equals(endedAs);
        var before = dueAt.minusNanos(1); // what was withdrawn counts so, whenever that was said
        // what is done before it is due counts from then on: nobody looks again when that time comes
        var countsFrom = done && endedAt != null && endedAt.isBefore(dueAt) ? endedAt : dueAt;
        return new CountedTask(countsFrom, done ? endedAt : null, withdrawn ? before : null, null, null, barrier);
    }

    /** When the oldest measurement was due that came after the last one that was done, or was withdrawn. */
    static @Nullable Instant lateSince(List<OpenedTask> inTime) {
        Instant since = null;
        for (var task : inTime) {
            if (task.isMissing()) {
                since = since == null ? task.dueAt() : since;
            } else {
                since = null;
            }
        }
        return since;
    }
}
