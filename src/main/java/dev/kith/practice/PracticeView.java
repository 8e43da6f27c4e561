package dev.kith.practice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A practice as those who belong to it see it. */
@Schema(description = "A practice: the wall around everything else.")
public record PracticeView(
        UUID id,
        @Schema(examples = "Willow") String name,

        @Schema(
                description = "The zone of its wall calendar (IANA): care-team dates are days there.",
                examples = "Europe/Amsterdam")
        String timeZone,

        @Schema(description = "BCP 47, where nobody asked for another.", examples = "nl")
        String language,

        @Schema(
                description =
                        "What it uses instruments for; null until it has said so, and then only what no licence restricts is assigned.")
        @Nullable
        PracticeUse use,

        @Schema(description = "Whether somebody else than the last editor must publish a questionnaire or an exercise.")
        boolean fourEyes,

        @Schema(description = "Keys of questionnaires and exercises that nobody here is to assign.")
        List<String> switchedOff,

        @Schema(
                description =
                        "Whether it is for trying only, so that its clock can be moved (/v1/sandbox/clock); from its founding or never.")
        boolean sandbox,

        Instant createdAt,
        @Schema(description = "The number in its ETag.") int version) {

    static PracticeView of(Practice p) {
        return new PracticeView(
                p.id,
                p.name,
                p.timeZone,
                p.language,
                p.use(),
                p.fourEyes,
                List.of(p.switchedOff),
                p.sandbox,
                p.createdAt,
                p.version);
    }
}
