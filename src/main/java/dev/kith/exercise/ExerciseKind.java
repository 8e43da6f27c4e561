package dev.kith.exercise;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** To do, or to read. */
@Schema(description = "exercise: something to do. reading: something to read.")
public enum ExerciseKind {
    @JsonProperty("exercise")
    EXERCISE,
    @JsonProperty("reading")
    READING;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
