package dev.kith.progress;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be said of whether scores are shown. */
@Schema(
        description =
                "Of the care team: hidden, shown, talked-about and its taking back not-talked-about, explained (another reason), kept (the client asked; they"
                        + " stay hidden). Of the client: own-hidden, own-shown, asked, ask-withdrawn, agreed, agreement-withdrawn.")
enum VisibilityWhat {
    @JsonProperty("hidden")
    HIDDEN,
    @JsonProperty("shown")
    SHOWN,
    @JsonProperty("talked-about")
    TALKED_ABOUT,
    @JsonProperty("not-talked-about")
    NOT_TALKED_ABOUT,
    @JsonProperty("explained")
    EXPLAINED,
    @JsonProperty("kept")
    KEPT,
    @JsonProperty("asked")
    ASKED,
    @JsonProperty("ask-withdrawn")
    ASK_WITHDRAWN,
    @JsonProperty("agreed")
    AGREED,
    @JsonProperty("agreement-withdrawn")
    AGREEMENT_WITHDRAWN,
    @JsonProperty("own-hidden")
    OWN_HIDDEN,
    @JsonProperty("own-shown")
    OWN_SHOWN;

    /** As the database has it. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static VisibilityWhat of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
