package dev.kith.practice;

import dev.kith.json.Given;
import dev.kith.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent to declare or change the use; merged into what was declared. */
@Schema(
        name = "ReviseUse",
        description =
                "What the practice uses instruments for, held against the licence of each that is assigned. The first time"
                        + " setting and commercial are needed; null in its place takes it back.")
record ReviseUse(
        @Schema(ref = "UseSetting") @Nullable @Valid Given<PracticeUse.@NotNull Setting> setting,

        @Schema(implementation = Boolean.class, description = "Whether money is made with it.") @Nullable @Valid
        Given<@NotNull Boolean> commercial,

        @Schema(
                implementation = String.class,
                pattern = "^[A-Z]{2}$",
                maxLength = 2,
                description = "Where, ISO 3166-1; null forgets it.")
        @Nullable
        @Valid
        Given<@Pattern(regexp = "[A-Z]{2}", message = "must be a country by ISO 3166-1, such as NL") String> country) {

    PracticeUse into(@Nullable PracticeUse now) {
        return new PracticeUse(
                needed(setting, now == null ? null : now.setting(), "setting"),
                needed(commercial, now == null ? null : now.commercial(), "commercial"),
                Given.orKeepAny(country, now == null ? null : now.country()));
    }

    private static <T> T needed(@Nullable Given<T> given, @Nullable T now, String name) {
        var value = given == null ? now : given.value();
        if (value == null) {
            throw ProblemException.invalid("/use/" + name, "missing", "is needed the first time");
        }
        return value;
    }
}
