package dev.kith.alert;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be looked at. The same rule about the same thing and occasion raises one alert, however often it is said.
 *
 * @param kind what came to light: decides who may see it
 * @param rule a code, lower-kebab; alerts of one client, kind and rule (and questionnaire) are linked with each other
 * @param aboutId the response, log, task or other row that it is about
 * @param occasion tells two alerts apart that are about the same; empty where there is only one
 * @param revision of what it is about: a higher one is new evidence, and reopens an alert that was resolved; 0 where it has none yet,
 *     and other evidence does that
 * @param instrument which item of which questionnaire; null where there is none
 * @param evidence what it fired on; null where nobody can say, or where it is what it fired on before
 */
public record NewAlert(
        UUID clientId,
        Kind kind,
        AlertSeverity severity,
        String rule,
        UUID aboutId,
        String occasion,
        int revision,
        @Nullable Instrument instrument,
        @Nullable Evidence evidence) {

    public NewAlert(
            UUID clientId,
            Kind kind,
            AlertSeverity severity,
            String rule,
            UUID aboutId,
            String occasion,
            int revision,
            @Nullable Instrument instrument) {
        this(clientId, kind, severity, rule, aboutId, occasion, revision, instrument, null);
    }

    /**
     * Two of what has no revision yet are told apart by it.
     *
     * @param mark the same for the same evidence; 64 characters at most
     * @param anew it is new, whatever was seen before
     * @param sentTo where the alert stands for many sendings: what this one was sent to. It is new once, whatever came after it
     */
    public record Evidence(
            String mark, boolean anew, @Nullable UUID sentTo) {}

    /** What came to light. */
    public enum Kind {
        /** A rule met an answer. For the care team. */
        ANSWER("answer"),
        /** Something about who may see a record. For admins. */
        ACCESS("access"),
        /** What a client said of given work. For the care team. */
        WORK("work"),
        /** A rule met a course over time. For the care team. */
        SIGNAL("signal");

        final String code;

        Kind(String code) {
            this.code = code;
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** Which questionnaire, and the item that the rule looked at; null when it looked at more than one. */
    public record Instrument(
            String questionnaire, int version, @Nullable String linkId) {}

    /** Which of the many sendings that the alert stands for; null where it stands for one. */
    @Nullable
    Evidence sending() {
        return evidence == null || evidence.sentTo() == null ? null : evidence;
    }

    /** What came to light this time. */
    UUID cameBy() {
        return evidence == null || evidence.sentTo() == null ? aboutId : evidence.sentTo();
    }

    /** The same, fired on this. */
    NewAlert on(Evidence fired) {
        return new NewAlert(clientId, kind, severity, rule, aboutId, occasion, revision, instrument, fired);
    }

    /** About something that has no revisions and no occasions. */
    public static NewAlert of(UUID clientId, Kind kind, AlertSeverity severity, String rule, UUID aboutId) {
        return new NewAlert(clientId, kind, severity, rule, aboutId, "", 0, null);
    }
}
