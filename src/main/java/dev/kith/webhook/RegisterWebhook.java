package dev.kith.webhook;

import dev.kith.contract.Example;
import dev.kith.shape.OneLine;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent to hear of events. */
@Schema(description = "Where to send events, and which.")
@Example("""
        {"url": "https://hooks.practice-software.example/kith", "events": ["alert.*", "response.completed"],
         "description": "Front desk"}
        """)
record RegisterWebhook(
        @Schema(
                description =
                        "https, and out on the internet: no private or local address. Redirects are not followed.",
                examples = "https://hooks.practice-software.example/kith")
        @NotNull
        @Size(min = 1, max = 500)
        String url,

        @Schema(description = "Whole types, or all about one thing; null: all events.")
        @Nullable
        @Size(min = 1, max = 100)
        List<@NotNull @Size(max = 100) @Pattern(regexp = EventTypes.ONE) String> events,

        @Schema(description = "For whoever looks at the list.", examples = "Front desk")
        @Nullable
        @OneLine
        @Size(max = 200)
        String description) {}
