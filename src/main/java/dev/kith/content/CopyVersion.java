package dev.kith.content;

import dev.kith.contract.Example;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is sent to copy a version. */
@Schema(description = "Under which key the copy is kept.")
@Example("""
        {"key": "our-own"}
        """)
public record CopyVersion(
        @Schema(description = "Lower-kebab, that no other has.", examples = "our-own")
        @NotNull
        @Size(max = 64)
        @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*", message = "must be lower-kebab")
        String key) {}
