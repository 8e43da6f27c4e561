package dev.kith.content;

import dev.kith.contract.Example;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent to publish a draft. */
@Schema(description = "How the draft changes what was published before.")
@Example("""
        {"change": "substantive"}
        """)
public record PublishVersion(
        @Schema(
                description =
                        "Needed unless it is the first version; editorial is refused when more than words changed.")
        @Nullable
        ChangeKind change,

        @Schema(
                description =
                        "The revision that was read, so that no later edit is published unseen. Any when left out.")
        @Nullable
        @Min(0)
        Integer revision) {}
