package dev.kith.log;

import dev.kith.contract.Example;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a client sends to say who may read their own words. */
@Schema(description = "Who may read which of the client's own words. What is not named stays as it is.")
@Example("""
        {"sharing": {"after.what-happened": "shared", "after.who-helped": "private"}}
        """)
public record ShareWords(
        @Schema(
                description =
                        "By place: the part and the field, as after.what-happened. Of a list of helpers, all aliases.")
        @NotNull
        @NotEmpty
        @Size(max = 300)
        Map<@Size(max = 80) String, @NotNull SharingChoice> sharing) {

    /** The choice, as on the wire. */
    enum SharingChoice {
        @com.fasterxml.jackson.annotation.JsonProperty("private")
        PRIVATE,
        @com.fasterxml.jackson.annotation.JsonProperty("share-at-session")
        SHARE_AT_SESSION,
        @com.fasterxml.jackson.annotation.JsonProperty("shared")
        SHARED
    }
}
