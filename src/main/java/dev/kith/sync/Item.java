package dev.kith.sync;

import dev.kith.assignment.Barrier;
import dev.kith.log.PutLog;
import dev.kith.log.ShareWords;
import dev.kith.response.PutResponse;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing that a client did, as it is taken in. */
sealed interface Item {
    /** Whatever the order they are sent in: skips, then drafts, then what is complete, each by when it was done, and sharing at last. */
    Comparator<Item> IN_ORDER = Comparator.comparing(Item::rank)
            .thenComparing(Item::doneAt, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Item::id);

    /** Its place in the batch, from 0. */
    int index();

    UUID id();

    int rank();

    /** By the app's clock; null when it did not say. */
    @Nullable
    Instant doneAt();

    /** A task was skipped. */
    record Skip(int index, UUID id, Skipped sent) implements Item {
        @Override
        public int rank() {
            return 0;
        }

        @Override
        public @Nullable Instant doneAt() {
            return sent.skippedAt();
        }
    }

    /** Questions were answered. */
    record Answered(int index, UUID id, PutResponse sent) implements Item {
        @Override
        public int rank() {
            return sent.complete() ? 2 : 1;
        }

        @Override
        public @Nullable Instant doneAt() {
            return sent.authoredAt();
        }
    }

    /** An exercise was done. */
    record Logged(int index, UUID id, PutLog sent) implements Item {
        @Override
        public int rank() {
            return sent.complete() ? 2 : 1;
        }

        @Override
        public @Nullable Instant doneAt() {
            return sent.authoredAt();
        }
    }

    /** Who may read the client's words was said anew. */
    record Shared(int index, UUID id, UUID log, Instant saidAt, ShareWords sent) implements Item {
        @Override
        public int rank() {
            return 3;
        }

        @Override
        public Instant doneAt() {
            return saidAt;
        }
    }

    /** Which task, what stood in the way, and when it was skipped by the app's clock. */
    record Skipped(
            @NotNull UUID task,
            @NotNull Barrier barrier,
            @Nullable @Size(max = 2000) String note,
            @Nullable Instant skippedAt) {}
}
