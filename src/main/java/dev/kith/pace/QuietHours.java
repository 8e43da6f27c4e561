package dev.kith.pace;

import dev.kith.problem.ProblemException;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When somebody is left in peace, each day, in wall time of their own zone. */
@Schema(description = "From and to in wall time of the client's zone, to left out; from after to means over midnight.")
public record QuietHours(
        @Schema(examples = "21:00") @NotNull @Size(max = 5) @Pattern(regexp = TIME)
        String from,

        @Schema(examples = "08:00") @NotNull @Size(max = 5) @Pattern(regexp = TIME)
        String to) {
    private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";

    public static QuietHours of(LocalTime from, LocalTime to) {
        return new QuietHours(from.toString(), to.toString());
    }

    public LocalTime fromTime() {
        return LocalTime.parse(from);
    }

    public LocalTime toTime() {
        return LocalTime.parse(to);
    }

    /**
     * Hours that begin when they end would be all day or none.
     *
     * @throws ProblemException 422
     */
    public void requireSome() {
        if (from.equals(to)) {
            throw ProblemException.invalid(
                    "/quietHours/to",
                    "same-as-from",
                    "End at another time than they begin; to be left in peace, switch reminders off.");
        }
    }
}
