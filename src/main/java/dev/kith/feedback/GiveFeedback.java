package dev.kith.feedback;

import dev.kith.contract.Example;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is sent to say something about a response or a log. */
@Schema(description = "What to say. It is seen by the client and the care team, and by nobody else.")
@Example("""
        {"text": "Asking your sister was a big step. What made it possible this time?"}
        """)
record GiveFeedback(@NotBlank @Size(max = 4000) String text) {}
