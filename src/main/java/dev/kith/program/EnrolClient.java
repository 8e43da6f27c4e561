package dev.kith.program;

import dev.kith.contract.Example;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent to enrol a client in a program. */
@Schema(description = "The program and the day on which week 0 begins; optional steps to add, steps to leave out.")
@Example("""
        {"program": "learning-to-trust-again", "adds": ["w0-pcl-5"], "leaves": ["w1-evening-journal"], "instead": [{"step": "w0-k10", "key": "core-10"}], "reason": "Wishes to practise asking"}
        """)
record EnrolClient(
        @Schema(description = "The key of a published program.", examples = "learning-to-trust-again")
        @NotNull
        @Size(min = 1, max = 80)
        String program,

        @Schema(
                description =
                        "The local day on which week 0 begins; today when left out. At most a year from today, either way.",
                examples = "2026-12-01")
        @Nullable
        LocalDate startsOn,

        @Schema(description = "Codes of optional steps to give as well; adding one is the clinician's word for it.")
        @Nullable
        @Size(max = 200)
        List<@NotNull @Size(max = 64) String> adds,

        @Schema(
                description =
                        "Codes of steps to leave out; what waits for one waits no more. Reviews are left out by clinicians only.")
        @Nullable
        @Size(max = 200)
        List<@NotNull @Size(max = 64) String> leaves,

        @Schema(description = "Steps that are given with one of their alternatives.") @Nullable @Size(max = 200)
        List<@NotNull @Valid Instead> instead,

        @Schema(description = "Why; for the clinicians.") @Nullable @Size(max = 500)
        String reason) {

    /** An alternative. */
    @Schema(description = "A step and the key of the alternative that is given in it.")
    record Instead(
            @Schema(examples = "w0-k10") @NotNull @Size(max = 64)
            String step,

            @Schema(examples = "core-10") @NotNull @Size(max = 80)
            String key) {}

    List<String> added() {
        return Objects.requireNonNullElse(adds, List.of());
    }

    List<String> left() {
        return Objects.requireNonNullElse(leaves, List.of());
    }

    List<Instead> chosen() {
        return Objects.requireNonNullElse(instead, List.of());
    }
}
