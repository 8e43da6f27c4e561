package dev.kith.recurrence;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** A local time met with its zone: in a gap the first valid instant, in an overlap the first of the two. Later wall times never give earlier instants. */
record WallTime(Instant instant, Shift shift) {

    static WallTime of(LocalDateTime local, ZoneId zone) {
        var rules = zone.getRules();
        var offsets = rules.getValidOffsets(local);
        return switch (offsets.size()) {
            case 0 -> new WallTime(rules.getTransition(local).getInstant(), Shift.GAP);
            case 1 -> new WallTime(local.toInstant(offsets.get(0)), Shift.NONE);
            default -> new WallTime(local.toInstant(offsets.get(0)), Shift.OVERLAP);
        };
    }

    /** The last local time, in whole seconds, whose instant is not after this one. */
    static LocalDateTime lastBy(Instant instant, ZoneId zone) {
        var local = LocalDateTime.ofInstant(instant, zone);
        var twice = zone.getRules().getTransition(local);
        return twice != null && twice.isOverlap() && !instant.isBefore(twice.getInstant())
                ? twice.getDateTimeBefore()
                        .minusSeconds(1) // all wall times of the overlap came before, the first time round
                : local;
    }
}
