package dev.kith.progress;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Steps from one score to the next that were sudden. */
@Schema(
        description =
                "Sudden gains, and losses, by the three criteria of Tang and DeRubeis (1999), in the scores that compare with the latest.")
record SuddenShiftsView(
        @Schema(description = "Points that a step takes at least; null with reason.", examples = "6") @Nullable
        BigDecimal points,

        List<ShiftView> found,

        @Schema(description = "NO_PUBLISHED_RELIABILITY, or TOO_FEW_AROUND: no step could be judged.") @Nullable
        String reason,

        MethodView method) {}

/** A sudden step. */
@Schema(description = "A step that was sudden, and lasted.")
record ShiftView(
        @Schema(description = "gain or loss.", examples = "gain")
        String kind,

        @Schema(description = "How much better, in points; negative is worse.", examples = "8")
        BigDecimal gain,

        UUID fromResponseId,
        Instant fromAt,
        UUID toResponseId,
        Instant toAt,
        @Nullable BigDecimal meanBefore,
        @Nullable BigDecimal meanAfter) {}
