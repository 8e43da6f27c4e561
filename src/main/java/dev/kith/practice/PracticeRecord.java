package dev.kith.practice;

import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A practice, for other rooms.
 *
 * @param timeZone the zone of its wall calendar: care-team dates, reports
 * @param language BCP 47, where nobody asked for another
 * @param use what it uses instruments for; null until it has said so
 * @param switchedOff keys of questionnaires and exercises that nobody there is to assign
 * @param fourEyes whether somebody else than the last editor must publish a questionnaire
 * @param sandbox whether it is for trying only, so that its clock can be moved
 */
public record PracticeRecord(
        UUID id,
        String name,
        ZoneId timeZone,
        String language,
        @Nullable PracticeUse use,
        boolean fourEyes,
        Set<String> switchedOff,
        boolean sandbox) {
    static PracticeRecord of(Practice p) {
        return new PracticeRecord(
                p.id, p.name, ZoneId.of(p.timeZone), p.language, p.use(), p.fourEyes, Set.of(p.switchedOff), p.sandbox);
    }
}
