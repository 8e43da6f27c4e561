package dev.kith.demo;

import dev.kith.assignment.AskedDose;
import dev.kith.assignment.AskedSchedule;
import dev.kith.assignment.AssignWork;
import dev.kith.assignment.Assigning;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/** Gives demo clients something to do between sessions, from today on. */
@ApplicationScoped
class Practising {
    private static final int WEEKS = 8;

    @Inject
    Assigning assigning;

    @Inject
    Clock clock;

    /** Three times a week, any days. */
    void often(Caller caller, UUID client, String exercise) throws SQLException {
        assigning.assign(
                caller,
                client,
                new AssignWork(null, exercise, null, null, null, new AskedDose(3, AskedDose.Per.WEEK), weekly(), null));
    }

    /** Each evening, within two hours of the client's choice. */
    void eachEvening(Caller caller, UUID client, String exercise) throws SQLException {
        var schedule = AskedSchedule.by("FREQ=DAILY;COUNT=" + 7 * WEEKS, today())
                .at(new AskedSchedule.AskedTime("20:00", "22:00"));
        assigning.assign(caller, client, new AssignWork(null, exercise, null, null, null, null, schedule, null));
    }

    private AskedSchedule weekly() {
        return AskedSchedule.by("FREQ=WEEKLY;COUNT=" + WEEKS, today());
    }

    private String today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of(Casting.ZONE)).toString();
    }
}
