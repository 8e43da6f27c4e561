package dev.kith.practice;

import java.time.ZoneId;
import java.util.UUID;

/**
 * A practice, for other rooms.
 *
 * @param timeZone the zone of its wall calendar: care-team dates, reports
 * @param language BCP 47, where nobody asked for another
 */
public record PracticeRecord(UUID id, String name, ZoneId timeZone, String language) {
    static PracticeRecord of(Practice p) {
        return new PracticeRecord(p.id, p.name, ZoneId.of(p.timeZone), p.language);
    }
}
