package dev.kith.pace;

import dev.kith.tenancy.PracticeOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A client's pace, once somebody has set it. */
@Entity
@Table(name = "client_pace")
class ClientPace extends PracticeOwned {
    @Id
    @Column(name = "client_id", updatable = false)
    UUID clientId;

    @Column(name = "weekly_cap")
    @Nullable
    Short weeklyCap;

    @Column(name = "quiet_from")
    @Nullable
    LocalTime quietFrom;

    @Column(name = "quiet_to")
    @Nullable
    LocalTime quietTo;

    @Column(name = "reminders_off")
    boolean remindersOff;

    @Column(name = "remind_by")
    @Nullable
    String remindBy;

    @Column(name = "remind_lead")
    @Nullable
    String remindLead;

    @Column(name = "remind_repeats")
    @Nullable
    Short remindRepeats;

    @Column(name = "remind_every")
    @Nullable
    String remindEvery;

    @Column(name = "reminders_per_day")
    @Nullable
    Short remindersPerDay;

    @Column(name = "changed_by")
    UUID changedBy;

    @Column(name = "changed_at")
    Instant changedAt;

    @Version
    int version;

    @SuppressWarnings("NullAway") // Hibernate fills it
    protected ClientPace() {}

    ClientPace(UUID clientId, UUID changedBy, Instant changedAt) {
        this.clientId = clientId;
        this.changedBy = changedBy;
        this.changedAt = changedAt;
    }

    /** As the ETag tells it: nobody's setting is 0, so that the first is 1. */
    int told() {
        return version + 1;
    }

    @Nullable
    QuietHours quietHours() {
        return quietFrom == null || quietTo == null ? null : QuietHours.of(quietFrom, quietTo);
    }

    @Nullable
    RemindBy remindBy() {
        return remindBy == null ? null : RemindBy.of(remindBy);
    }

    /** When to remind; null: as the rules say. */
    @Nullable
    ReminderTiming timing() {
        return remindLead == null && remindRepeats == null
                ? null
                : new ReminderTiming(remindLead, remindRepeats == null ? null : remindRepeats.intValue(), remindEvery);
    }

    /** Whether anything about it is another now. */
    boolean become(SetPace request, UUID by, Instant now) {
        var cap = request.weeklyCap() == null ? null : request.weeklyCap().shortValue();
        var most = request.remindersPerDay() == null
                ? null
                : request.remindersPerDay().shortValue();
        var timing = request.timing();
        var off = request.reminders() == Reminders.OFF;
        var quiet = request.quietHours();
        if (Objects.equals(cap, weeklyCap)
                && Objects.equals(quiet, quietHours())
                && off == remindersOff
                && request.remindBy() == remindBy()
                && Objects.equals(timing, timing())
                && Objects.equals(most, remindersPerDay)) {
            return false;
        }
        weeklyCap = cap;
        quietFrom = quiet == null ? null : quiet.fromTime();
        quietTo = quiet == null ? null : quiet.toTime();
        remindersOff = off;
        remindBy = request.remindBy() == null ? null : request.remindBy().code();
        remindLead = timing == null ? null : timing.lead();
        remindRepeats = timing == null || timing.repeats() == null
                ? null
                : timing.repeats().shortValue();
        remindEvery = timing == null ? null : timing.every();
        remindersPerDay = most;
        changedBy = by;
        changedAt = now;
        return true;
    }
}
