import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many of its buffers PostgreSQL touches a request, found or read, catalogues and trail included; what is due in the background is taken off. */
final class Buffers {
    /** Requests of each path. */
    static final int MANY = 1000;

    /** A connection that is left alone tells what it did after ten seconds. */
    private static final long TOLD_MILLIS = 11_000;

    private static final String TOUCHED = "select blks_hit + blks_read from pg_stat_database where datname = 'kith'";

    private final Bench.Target target;
    private double idleAMilli;

    private Buffers(Bench.Target target) {
        this.target = target;
    }

    static Map<Workload, Long> of(List<Workload> paths, Bench.Target target) throws Exception {
        var buffers = new Buffers(target);
        target.postgres().settle();
        Thread.sleep(TOLD_MILLIS);
        buffers.idleAMilli = buffers.touched(() -> {}) / TOLD_MILLIS;
        var counted = new HashMap<Workload, Long>();
        for (var path : paths) {
            target.postgres().settle();
            path.allow(MANY);
            counted.put(path, Math.round(buffers.touched(() -> drive(path, target)) / MANY));
        }
        return counted;
    }

    private interface Deed {
        void run() throws IOException;
    }

    private static void drive(Workload path, Bench.Target target) throws IOException {
        try (var line = new Line(target.port())) {
            for (var request = path.next(); request != null; request = path.next()) {
                var status = line.send(request);
                if (status >= 300) throw new IOException(path.name + " answered " + status);
            }
        }
    }

    /** While this was done, besides what is touched when nobody asks for anything. */
    private double touched(Deed deed) throws Exception {
        var before = now();
        var begun = System.nanoTime();
        deed.run();
        Thread.sleep(TOLD_MILLIS);
        return now() - before - idleAMilli * (System.nanoTime() - begun) / 1e6;
    }

    private long now() throws IOException {
        return Long.parseLong(target.postgres().ask("postgres", TOUCHED));
    }
}
