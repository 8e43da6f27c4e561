package dev.kith.content;

import dev.kith.contract.Example;
import dev.kith.shape.OneLine;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent to take a version out of use. */
@Schema(description = "Why it goes out of use.")
@Example("""
        {"reason": "Replaced by version 2"}
        """)
public record RetireVersion(
        @Nullable @OneLine @Size(max = 500) String reason) {}
