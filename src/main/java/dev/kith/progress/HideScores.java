package dev.kith.progress;

import dev.kith.contract.Example;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whose scores a client is not shown. */
@Schema(description = "All of them, in place of those before.")
@Example("""
        {"hidden": ["phq-9"]}
        """)
record HideScores(
        @Schema(description = "Keys of questionnaires, each once.") @NotNull @Size(max = 100)
        List<@NotNull @Size(min = 1, max = 80) String> hidden) {}
