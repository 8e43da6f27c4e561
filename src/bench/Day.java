import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;

/** How long the service takes to make one day's tasks for every client, and what a run costs that finds nothing to do. */
final class Day {
    /** As the service has it: to the start of the day that is five weeks and a day from now. */
    private static final int DAYS_AHEAD = 36;

    private static final int QUIET_SECONDS = 20;

    private final Bench.Target target;
    private final String horizon;

    Day(Bench.Target target) {
        this.target = target;
        this.horizon = LocalDate.now(ZoneOffset.UTC).plusDays(DAYS_AHEAD) + " 00:00";
    }

    /** Prints the line; the service looks for work every second, see ./run. */
    void measure() throws Exception {
        target.postgres().script("kith_owner", "day.sql", Map.of("horizon", horizon));
        var before = cpu();
        var begun = System.nanoTime();
        while (behind() > 0) Thread.sleep(100);
        var seconds = (System.nanoTime() - begun) / 1e9;
        var made = cpu();
        Thread.sleep(QUIET_SECONDS * 1000L);
        var quiet = cpu();
        var courses = count("select count(*) from assignment where id::text like '%-8009-%'");
        var tasks = count("select count(*) from task where assignment_id::text like '%-8009-%'");
        System.out.printf(
                Locale.ROOT,
                "a day's tasks: %d made for %d courses in %.1f s after they were there, CPU %d ms of the service and %d ms of PostgreSQL;"
                        + " finding nothing to do %.1f ms a run%n",
                tasks,
                courses,
                seconds,
                made[0] - before[0],
                made[1] - before[1],
                (quiet[0] + quiet[1] - made[0] - made[1]) / (double) QUIET_SECONDS);
    }

    private long behind() throws IOException {
        return count("select count(*) from assignment where materialised_to < '" + horizon + "'");
    }

    private long count(String query) throws IOException {
        return Long.parseLong(target.postgres().ask("postgres", query));
    }

    private long[] cpu() throws IOException {
        return new long[] {Cpu.of(target.server()), target.postgres().cpu()};
    }
}
