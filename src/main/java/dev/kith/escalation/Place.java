package dev.kith.escalation;

import java.util.UUID;

/** A place on the client's care team, taken at the moment that is asked for. */
public record Place(UUID member, Part part) {

    /** What a member is to the client; whom an alert goes to first comes first. */
    public enum Part {
        PRIMARY,
        COVER,
        CO_CLINICIAN,
        SUPERVISOR
    }
}
