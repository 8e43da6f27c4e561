package dev.kith.sync;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kith.log.LogView;
import dev.kith.log.LoggingLate;
import dev.kith.log.Releasing;
import dev.kith.problem.Problem;
import dev.kith.response.BringingLate;
import dev.kith.response.ResponseView;
import dev.kith.safety.CrisisCard;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of one item. */
@Schema(description = "What became of one item; the others stand whatever became of it.")
record SyncItemResult(
        @Schema(description = "Its place in the batch, from 0.")
        int index,

        @Schema(description = "As sent; null when it could not be read.") @Nullable
        UUID id,

        Status status,

        @Schema(description = "As of a call of its own.", minimum = "200", maximum = "599")
        int httpStatus,

        @Schema(description = "When it was refused: the problem, with pointers into the batch.") @Nullable
        Problem problem,

        @Schema(
                description =
                        "Of a response: as stored. Under another id than the item's where that one was completed with other answers"
                                + " before: both are kept.")
        @Nullable
        ResponseView response,

        @Schema(
                description =
                        "Of a log, and of its sharing: as stored. Under another id than the item's where that one was completed with other"
                                + " values before: both are kept.")
        @Nullable
        LogView log,

        @Schema(
                description =
                        "It was kept, but the task that it names could not take it: it was cancelled, paused, not open yet, or"
                                + " answered by something else. Also where it was completed otherwise before.")
        boolean keptWithoutTask,

        @Schema(
                description =
                        "It is a draft, and the one that we have was written after it: that one stays, and is shown here.")
        boolean newerStands) {
    private static final int OK = 200;
    private static final int CREATED = 201;

    /** How it went. */
    @Schema(
            name = "SyncStatus",
            description =
                    "done: stored now. unchanged: it was there already, or something newer is. refused: see problem.")
    enum Status {
        @JsonProperty("done")
        DONE,
        @JsonProperty("unchanged")
        UNCHANGED,
        @JsonProperty("refused")
        REFUSED
    }

    static SyncItemResult of(Item item, BringingLate.Kept kept) {
        var status = kept.changed() ? Status.DONE : Status.UNCHANGED;
        var http = kept.created() ? CREATED : OK;
        return new SyncItemResult(
                item.index(), item.id(), status, http, null, kept.view(), null, kept.withoutTask(), kept.newerStands());
    }

    static SyncItemResult of(Item item, LoggingLate.Kept kept) {
        var status = kept.changed() ? Status.DONE : Status.UNCHANGED;
        var http = kept.created() ? CREATED : OK;
        return new SyncItemResult(
                item.index(), item.id(), status, http, null, null, kept.view(), kept.withoutTask(), kept.newerStands());
    }

    static SyncItemResult of(Item item, Releasing.Released released) {
        var status = released.changed() ? Status.DONE : Status.UNCHANGED;
        return new SyncItemResult(item.index(), item.id(), status, OK, null, null, released.view(), false, false);
    }

    static SyncItemResult of(Item item, boolean changed) {
        var status = changed ? Status.DONE : Status.UNCHANGED;
        return new SyncItemResult(item.index(), item.id(), status, OK, null, null, null, false, false);
    }

    /** What is to be shown for it at once. */
    Stream<CrisisCard> crisisCards() {
        var refused = problem == null ? null : problem.crisisCard();
        var kept = response == null ? null : response.crisisCard();
        return Stream.of(refused, kept).filter(CrisisCard.class::isInstance).map(CrisisCard.class::cast);
    }

    static SyncItemResult refused(int index, @Nullable UUID id, Problem problem) {
        return new SyncItemResult(index, id, Status.REFUSED, problem.status(), problem, null, null, false, false);
    }
}
