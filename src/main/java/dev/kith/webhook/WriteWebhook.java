package dev.kith.webhook;

import dev.kith.contract.Example;
import dev.kith.shape.OneLine;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** All that can be said of a webhook, in place of what was. */
@Schema(description = "All that can be said of a webhook, in place of what was said before.")
@Example("""
        {"url": "https://hooks.practice-software.example/kith", "events": ["alert.*"], "description": "Front desk",
         "state": "enabled"}
        """)
record WriteWebhook(
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
        String description,

        @Schema(
                description =
                        "disabled: it is not called. Once enabled again, it hears what happened meanwhile, up to three days back.")
        @NotNull
        WebhookState state) {}
