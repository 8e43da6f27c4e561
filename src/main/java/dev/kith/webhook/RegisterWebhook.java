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
        @Schema(description = WebhookShape.URL, examples = WebhookShape.SOME_URL)
        @NotNull
        @Size(min = 1, max = WebhookShape.LONGEST_URL)
        String url,

        @Schema(description = WebhookShape.EVENTS) @Nullable @Size(min = 1, max = WebhookShape.MOST_EVENTS)
        List<@NotNull @Size(max = WebhookShape.LONGEST_EVENT) @Pattern(regexp = EventTypes.ONE) String> events,

        @Schema(description = WebhookShape.DESCRIPTION, examples = WebhookShape.SOME_DESCRIPTION)
        @Nullable
        @OneLine
        @Size(max = WebhookShape.LONGEST_DESCRIPTION)
        String description) {}
