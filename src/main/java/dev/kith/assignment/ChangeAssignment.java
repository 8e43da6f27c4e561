package dev.kith.assignment;

import dev.kith.contract.Example;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent to pause, resume or end. */
@Schema(description = "The state that it should have.")
@Example("""
        {"state": "ended", "reason": "Course finished"}
        """)
record ChangeAssignment(
        @NotNull AssignmentState state,

        @Schema(description = "Why it is paused or ends; the care team and the client see why it was paused.")
        @Nullable
        @Size(max = 500)
        String reason) {}
