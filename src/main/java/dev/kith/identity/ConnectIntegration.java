package dev.kith.identity;

import dev.kith.contract.Example;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is sent to let practice software in. */
@Schema(description = "A service account for practice software.")
@Example("""
        {"name": "Front desk calendar", "scopes": ["clients:read", "clients:write"]}
        """)
record ConnectIntegration(
        @Schema(examples = "Front desk calendar") @NotBlank @Size(max = 100)
        String name,

        @Schema(description = "Only what it needs.") @NotEmpty @Size(max = 40)
        List<@NotNull IntegrationScope> scopes) {}
