package dev.kith.practice;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a practice says it uses instruments for. */
@Schema(description = "What the practice uses instruments for; held against each licence.")
public record PracticeUse(
        Setting setting,

        @Schema(description = "Whether money is made with it.")
        boolean commercial,

        @Schema(description = "Where, ISO 3166-1.", examples = "NL") @Nullable
        String country) {

    /** Care or research. */
    @Schema(name = "UseSetting", description = "Care or research.")
    public enum Setting {
        @JsonProperty("clinical")
        CLINICAL,
        @JsonProperty("research")
        RESEARCH;

        static Setting of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
