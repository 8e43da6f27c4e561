package dev.kith.assignment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Why a schedule is as it is since this revision. */
public enum ScheduleChange {
    @JsonProperty("assigned")
    ASSIGNED,
    /** By somebody of the care team. */
    @JsonProperty("changed")
    CHANGED,
    /** The client lives in another zone now. */
    @JsonProperty("zone-changed")
    ZONE_CHANGED,
    /** The appointment that it hangs on has moved. */
    @JsonProperty("appointment-moved")
    APPOINTMENT_MOVED,
    /** The enrolment that it hangs on starts on another day. */
    @JsonProperty("enrollment-moved")
    ENROLLMENT_MOVED,
    /** The client said that it was too much. */
    @JsonProperty("too-much")
    TOO_MUCH,
    /** The program that it belongs to was moved. */
    @JsonProperty("program-moved")
    PROGRAM_MOVED,
    /** A gate that was closed opened again. */
    @JsonProperty("gate-opened")
    GATE_OPENED;

    /** Whether nobody said so: it went along with what it hangs on. */
    boolean isOfItsAnchor() {
        return this == APPOINTMENT_MOVED || this == ENROLLMENT_MOVED;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static ScheduleChange of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
