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
        String description,

        @Schema(
                description =
                        "disabled: it is not called. Once enabled again, it hears what happened meanwhile, up to three days back.")
        @NotNull
        WebhookState state) {}
