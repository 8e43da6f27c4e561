package dev.kith.response;

import dev.kith.contract.Example;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent to amend. */
@Schema(description = "All answers as they should be, and why.")
@Example("""
        {"reason": "Item 3 was misread", "answers": {"gad-7.1": 1, "gad-7.2": 0, "gad-7.3": 1, "gad-7.4": 1, "gad-7.5": 0, "gad-7.6": 1, "gad-7.7": 0}}
        """)
record AmendResponse(
        @NotBlank @Size(max = 500) String reason,

        @Schema(description = "By link id, whole.") @NotNull @Size(max = 500)
        Map<@Size(max = 120) String, @Nullable Object> answers) {}
