package dev.kith.pace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The pace of a client, for other rooms; what acts on many clients at once reads {@code client_pace} in its own statement. */
@ApplicationScoped
public class Paces {
    @Inject
    ClientPaces paces;

    /**
     * What a client said of their pace.
     *
     * @param weeklyCap exercises that may open in one week; null: no cap
     * @param quietHours null: none of their own
     */
    public record Pace(
            @Nullable Integer weeklyCap, @Nullable QuietHours quietHours, boolean remindersOff) {}

    /** Of a client for whom nobody has set anything: no cap, no quiet hours, reminders on. */
    public Pace of(UUID client) {
        return paces.findByIdOptional(client)
                .map(PaceView::of)
                .map(view -> new Pace(view.weeklyCap(), view.quietHours(), view.reminders() == Reminders.OFF))
                .orElse(new Pace(null, null, false));
    }
}
