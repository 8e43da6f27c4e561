import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** What it costs to take a whole practice's responses along: a small practice, then the one that has half of all. */
final class Export {
    private static final int WATCHED_EVERY_MILLIS = 20;

    private final Bench.Target target;
    private final Tokens tokens;

    Export(Bench.Target target, Tokens tokens) {
        this.target = target;
        this.tokens = tokens;
    }

    /** Prints a line for each; the small one is asked twice, and the first time only warms. */
    void measure() throws Exception {
        take(2);
        for (var practice : new int[] {2, 1}) {
            var server = Cpu.of(target.server());
            var postgres = target.postgres().cpu();
            var begun = System.nanoTime();
            var taken = take(practice);
            var seconds = (System.nanoTime() - begun) / 1e9;
            server = Cpu.of(target.server()) - server;
            postgres = target.postgres().cpu() - postgres;
            begun = System.nanoTime();
            target.postgres().script("kith_app", "export.sql", Map.of("practice", Ids.of("8000", practice)));
            var reference = (System.nanoTime() - begun) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "export: %s responses, %d MB, in %.1f s (psql alone %.1f s), CPU %d ms of the service and %d ms of PostgreSQL,"
                            + " memory of the service %d MiB at most%n",
                    target.postgres()
                            .ask(
                                    "postgres",
                                    "select count(*) from response where practice_id = '" + Ids.of("8000", practice)
                                            + "' and state in ('completed', 'amended')"),
                    taken.bytes() / 1_000_000,
                    seconds,
                    reference,
                    server,
                    postgres,
                    taken.memory());
        }
    }

    private record Taken(long bytes, long memory) {}

    private Taken take(int practice) throws Exception {
        var watch = new Watch(target.server());
        try (var line = new Line(target.port())) {
            var status = line.send(Line.get("/v1/responses.ndjson", tokens.ofSoftware(practice)));
            if (status != 200) throw new IOException("the export answered " + status);
            return new Taken(line.taken(), watch.most());
        }
    }

    /** Looks at the memory that a process holds until it is asked for the most. */
    private static final class Watch {
        private final Path status;
        private final Thread thread = new Thread(this::watch, "memory");
        private volatile boolean over;
        private long most;

        Watch(long pid) {
            status = Path.of("/proc/" + pid + "/status");
            thread.start();
        }

        private void watch() {
            try {
                while (!over) {
                    for (var row : Files.readAllLines(status)) {
                        if (row.startsWith("VmRSS")) most = Math.max(most, Long.parseLong(row.replaceAll("\\D", "")));
                    }
                    Thread.sleep(WATCHED_EVERY_MILLIS);
                }
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        long most() throws InterruptedException {
            over = true;
            thread.join();
            return most / 1024;
        }
    }
}
