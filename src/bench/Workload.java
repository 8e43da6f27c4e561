import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** A path under load: the requests that drive it, and pgbench with the same path's SQL. */
abstract class Workload {
    static final int CONNECTIONS = 8;

    final String name;
    final String script;
    private final AtomicInteger sent = new AtomicInteger();
    private volatile int end;

    Workload(String name, String script) {
        this.name = name;
        this.script = script;
    }

    /** How many requests may be sent from now on. */
    void allow(int many) {
        end = (int) Math.min(Integer.MAX_VALUE, (long) sent.get() + many);
    }

    /** The next request; null when no more are allowed. */
    final byte[] next() {
        var number = sent.getAndUpdate(now -> now < end ? now + 1 : now);
        return number < end ? request(number) : null;
    }

    abstract byte[] request(int number);

    /** How long a round lasts in requests, for one that does not end by time. */
    int most() {
        return Integer.MAX_VALUE;
    }

    abstract List<String> pgbenchOptions(int seconds);

    /** Reads spread over clients of the practice that holds half of all. */
    static final class Reading extends Workload {
        private final Sample sample;
        private final Asking asking;

        /** How a client's place among those of the practice becomes a request. */
        interface Asking {
            byte[] about(int place);
        }

        Reading(String name, String script, Sample sample, Asking asking) {
            super(name, script);
            this.sample = sample;
            this.asking = asking;
        }

        @Override
        byte[] request(int number) {
            return asking.about(ThreadLocalRandom.current().nextInt(sample.readers()) * sample.stride());
        }

        @Override
        List<String> pgbenchOptions(int seconds) {
            return List.of("-T", "" + seconds, "-D", "readers=" + sample.readers(), "-D", "stride=" + sample.stride());
        }
    }

    /** Each task is answered once, so that a round ends after so many; pgbench has tasks of its own, after those of the service. */
    static final class Submitting extends Workload {
        private static final int EACH_ROUND = 2000;
        private static final int PGBENCH_EACH = 500;
        private static final long FIRST_TASK = 5_000_000_000L;
        private static final String ANSWERS = """
                {"answers":{"phq-9.1":1,"phq-9.2":2,"phq-9.3":1,"phq-9.4":0,"phq-9.5":1,"phq-9.6":2,"phq-9.7":1,"phq-9.8":0,"phq-9.9":0,\
                "phq-9.10":1},"complete":true}""";

        private final Sample sample;
        private final Tokens tokens;
        private int pgbenchTask;

        Submitting(Sample sample, Tokens tokens, int warming, int rounds) {
            super("submit", "submit.pgbench");
            this.sample = sample;
            this.tokens = tokens;
            this.pgbenchTask = ofService(warming, rounds);
        }

        /** How many tasks a run of so many rounds takes, pgbench's warming included. */
        static int tasksFor(int warming, int rounds) {
            return ofService(warming, rounds) + (rounds + 1) * CONNECTIONS * PGBENCH_EACH;
        }

        private static int ofService(int warming, int rounds) {
            return Bench.COUNTED + Buffers.MANY + warming + rounds * EACH_ROUND;
        }

        @Override
        int most() {
            return EACH_ROUND;
        }

        @Override
        byte[] request(int number) {
            var place = sample.firstWriter() + number % sample.writers();
            var path = "/v1/tasks/" + Ids.of("8005", FIRST_TASK + number) + "/response";
            return Line.put(path, tokens.ofClient(Sample.client(place)), ANSWERS);
        }

        @Override
        List<String> pgbenchOptions(int seconds) {
            var first = pgbenchTask;
            pgbenchTask += CONNECTIONS * PGBENCH_EACH;
            return List.of(
                    "-t" + PGBENCH_EACH,
                    "-Di=-1",
                    "-Dfirst=" + first,
                    "-Deach=" + PGBENCH_EACH,
                    "-Dfirst_writer=" + sample.firstWriter(),
                    "-Dwriters=" + sample.writers());
        }
    }
}
