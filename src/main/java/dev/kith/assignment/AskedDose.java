package dev.kith.assignment;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kith.recurrence.Dose;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How often, without saying when: three times a week, any days. */
@Schema(description = "So many times in each period; each time is a task that is open for the whole period.")
public record AskedDose(
        @Schema(examples = "3") @Min(1) @Max(50) int times,
        @Schema(examples = "week") @NotNull Per per) {

    /** The period, counted from the schedule's start. */
    public enum Per {
        @JsonProperty("day")
        DAY,
        @JsonProperty("week")
        WEEK,
        @JsonProperty("month")
        MONTH
    }

    Dose engine() {
        return new Dose(times, Dose.Per.valueOf(per.name()));
    }

    static AskedDose of(Dose dose) {
        return new AskedDose(dose.times(), Per.valueOf(dose.per().name()));
    }
}
