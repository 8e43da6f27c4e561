package dev.kith.alert;

import dev.kith.jobs.TimedWork;
import dev.kith.mail.Postbox;
import dev.kith.mail.Reach;
import dev.kith.time.RealTime;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells members by e-mail that something waits for them, at least once: what may not have gone out is sent again, for as long as
 * the alert waits. Retries go by real time, so that a sandbox's clock does not stop at each of them.
 */
@ApplicationScoped
@Priority(20) // after the steps that say whom to tell, before reminders to clients
class Telling implements TimedWork {
    @Inject
    ClaimingTellings claiming;

    @Inject
    SendingTellings sending;

    @Inject
    NotingTellings noting;

    @Inject
    Postbox postbox;

    @Inject
    @RealTime
    Clock clock;

    @Override
    public Optional<Instant> nextAfter(Instant moment) {
        return Optional.empty();
    }

    @Override
    public boolean waitsForOthers() {
        return true;
    }

    @Override
    public boolean tick() throws SQLException {
        noting.dropNeedless(clock.instant());
        var mail = postbox.reach();
        if (mail == Reach.NONE
                || mail == Reach.AWAY) { // what waits is told once the server answers; the alert itself goes on
            return false;
        }
        var letters = claiming.claim(clock.instant());
        if (letters.isEmpty()) {
            return false;
        }
        var sent = sending.send(letters);
        noting.note(sent, clock.instant());
        return sent.stream().allMatch(SendingTellings.Sent::over);
    }
}
