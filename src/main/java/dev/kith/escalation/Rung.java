package dev.kith.escalation;

/** Whom an alert goes on to, in this order. */
public enum Rung {
    /** The one who is to look. */
    OWNER,
    /** Everybody else on the client's care team who treats. */
    TEAM,
    /** Supervisors on the care team, and whoever supervises its clinicians. */
    SUPERVISORS,
    /** The practice's on-call list, one after the other. */
    ON_CALL,
    /** All who look after people and programs. */
    ADMINS,
    /** Whoever works here: only where the rungs before lead to nobody. */
    EVERYBODY;

    /** As in the contract and in the database. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** The rung with this code. */
    public static Rung of(String code) {
        return valueOf(code.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }
}
