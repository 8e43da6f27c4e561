import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** What one path did in one round. Times in milliseconds. */
record Round(double perSecond, double median, double p99, double serverCpu, double postgresCpu, double reference) {
    static final int LONGEST_SECONDS = 120;

    /** Drives a path with eight connections for some seconds, or until it has nothing left to ask for. */
    static Round drive(Workload path, Bench.Target target, int seconds) throws Exception {
        var serverBefore = Cpu.of(target.server());
        var postgresBefore = target.postgres().cpu();
        var begun = System.nanoTime();
        var times = together(path, target.port(), begun + seconds * 1_000_000_000L);
        var took = System.nanoTime() - begun;
        var many = (double) times.length;
        var round = new Round(
                many * 1e9 / took,
                times[times.length / 2] / 1e6,
                times[(int) (times.length * 0.99)] / 1e6,
                (Cpu.of(target.server()) - serverBefore) / many,
                (target.postgres().cpu() - postgresBefore) / many,
                0);
        return round;
    }

    Round beside(double tps) {
        return new Round(perSecond, median, p99, serverCpu, postgresCpu, tps);
    }

    private static long[] together(Workload path, int port, long end) throws Exception {
        var threads = Executors.newFixedThreadPool(Workload.CONNECTIONS);
        try {
            var line = (Callable<long[]>) () -> alone(path, port, end);
            var all = new ArrayList<long[]>();
            for (var one : threads.invokeAll(java.util.Collections.nCopies(Workload.CONNECTIONS, line)))
                all.add(one.get());
            var times = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            if (times.length == 0) throw new IOException("nothing was asked of " + path.name);
            return times;
        } finally {
            threads.shutdownNow();
        }
    }

    private static long[] alone(Workload path, int port, long end) throws IOException {
        var times = new long[4096];
        var many = 0;
        try (var line = new Line(port)) {
            for (var request = path.next(); request != null; request = path.next()) {
                var sent = System.nanoTime();
                var status = line.send(request);
                var now = System.nanoTime();
                if (status != 200 && status != 201) throw new IOException(path.name + " answered " + status);
                if (many == times.length) times = Arrays.copyOf(times, 2 * many);
                times[many++] = now - sent;
                if (now > end) break;
            }
        }
        return Arrays.copyOf(times, many);
    }

    static double median(List<Round> rounds, java.util.function.ToDoubleFunction<Round> what) {
        var sorted = rounds.stream().mapToDouble(what).sorted().toArray();
        return (sorted[sorted.length / 2] + sorted[(sorted.length - 1) / 2]) / 2;
    }
}
