package dev.kith.goal;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kith.contract.Example;
import dev.kith.json.Given;
import dev.kith.shape.OneLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent to change a goal; what is left out stays. */
@Schema(
        description =
                "A merge patch: what is left out stays, null is refused. Levels that are left out keep their words. A state is sent to"
                        + " agree to a goal (active) or to end it (achieved, or closed with a reason).")
@Example("""
        {"levels": {"expected": "Twice a week", "more": "Three times a week"}, "baseline": -1}
        """)
record ReviseGoal(
        @Schema(implementation = String.class, minLength = 1, maxLength = 200) @Nullable @Valid
        Given<@NotNull @OneLine @Size(max = 200) String> title,

        @Schema(implementation = LevelsPatch.class) @Nullable @Valid
        Given<@NotNull @Valid LevelsPatch> levels,

        @Schema(implementation = Integer.class, minimum = "1", maximum = "3") @Nullable @Valid
        Given<@NotNull @Min(1) @Max(3) Integer> weight,

        @Schema(
                implementation = Integer.class,
                minimum = "-2",
                maximum = "2",
                description =
                        "Where the client was when the goal began; on the new levels, when those of a rated goal change.")
        @Nullable
        @Valid
        Given<@NotNull @Min(-2) @Max(2) Integer> baseline,

        @Schema(implementation = LocalDate.class, description = "From today to two years ahead.") @Nullable @Valid
        Given<@NotNull LocalDate> reviewOn,

        @Schema(
                implementation = String.class,
                enumeration = {"active", "achieved", "closed"},
                description = "active: agree to what the client proposed. achieved, closed: end it.")
        @Nullable
        @Valid
        Given<@NotNull GoalStep> state,

        @Schema(
                implementation = String.class,
                minLength = 1,
                maxLength = 500,
                description = "Why it ends; needed to close it. Client and care team read it.")
        @Nullable
        @Valid
        Given<@NotBlank @Size(max = 500) String> reason) {

    /** Where it is to go. */
    enum GoalStep {
        @JsonProperty("active")
        ACTIVE,
        @JsonProperty("achieved")
        ACHIEVED,
        @JsonProperty("closed")
        CLOSED
    }

    /** Levels in other words. */
    @Schema(description = "Levels in other words; those that are left out keep theirs.")
    record LevelsPatch(
            @Schema(implementation = String.class, minLength = 1, maxLength = 500) @Nullable @Valid
            Given<@NotBlank @Size(max = 500) String> muchLess,

            @Schema(implementation = String.class, minLength = 1, maxLength = 500) @Nullable @Valid
            Given<@NotBlank @Size(max = 500) String> less,

            @Schema(implementation = String.class, minLength = 1, maxLength = 500) @Nullable @Valid
            Given<@NotBlank @Size(max = 500) String> expected,

            @Schema(implementation = String.class, minLength = 1, maxLength = 500) @Nullable @Valid
            Given<@NotBlank @Size(max = 500) String> more,

            @Schema(implementation = String.class, minLength = 1, maxLength = 500) @Nullable @Valid
            Given<@NotBlank @Size(max = 500) String> muchMore) {

        GoalLevels over(GoalLevels now) {
            return new GoalLevels(
                    Given.orKeep(muchLess, now.muchLess()),
                    Given.orKeep(less, now.less()),
                    Given.orKeep(expected, now.expected()),
                    Given.orKeep(more, now.more()),
                    Given.orKeep(muchMore, now.muchMore()));
        }
    }

    /** Anything but its end. */
    boolean changesWhatWasAgreed() {
        return title != null || levels != null || weight != null || baseline != null || reviewOn != null;
    }

    @Nullable
    GoalStep step() {
        return state == null ? null : state.value();
    }

    @Nullable
    String why() {
        return reason == null ? null : reason.value();
    }
}
