import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Loads the synthetic practices, drives the service and pgbench in turn, and prints the table. Started by ./run. */
final class Bench {
    /** Requests of each path whose statements are counted in the log. */
    static final int COUNTED = 50;

    private static final String ROW =
            "| %-25s | %7.0f | %6.2f | %6.2f | %6.3f | %8.3f | %10d | %7d | %7.0f | %5.2f (%.2f to %.2f) |%n";

    /** What is measured: the service's process and port, and its database. */
    record Target(long server, int port, Postgres postgres) {}

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        var given = new HashMap<String, String>();
        for (var argument : arguments) given.put(argument.split("=", 2)[0], argument.split("=", 2)[1]);
        var data = Path.of(given.get("data"));
        var clients = Integer.parseInt(given.get("clients"));
        var rounds = Integer.parseInt(given.get("rounds"));
        var seconds = Integer.parseInt(given.get("seconds"));
        var warming = Integer.parseInt(given.get("warming"));
        var server = Long.parseLong(given.get("server"));
        var postgres = new Postgres(data, Path.of(given.get("sql")));
        var target = new Target(server, Integer.parseInt(given.get("port")), postgres);
        var sample = Sample.of(clients);
        load(
                postgres,
                clients,
                Integer.parseInt(given.get("responses")),
                sample,
                Workload.Submitting.tasksFor(warming, rounds));

        var tokens = new Tokens(data);
        var submitting = new Workload.Submitting(sample, tokens, warming, rounds);
        var paths = paths(submitting, sample, tokens);
        var statements = statements(paths, target);
        say("counting buffers");
        var buffers = Buffers.of(paths, target);
        var results = new LinkedHashMap<Workload, List<Round>>();
        for (var path : paths) {
            say("warming " + path.name);
            postgres.settle();
            path.allow(warming);
            Round.drive(path, target, Round.LONGEST_SECONDS);
            postgres.pgbench(path.script, Workload.CONNECTIONS, path.pgbenchOptions(2));
            results.put(path, new ArrayList<>());
        }
        for (var round = 1; round <= rounds; round++) {
            say("round " + round + " of " + rounds);
            for (var path : paths) {
                postgres.settle();
                path.allow(path.most());
                var driven = Round.drive(path, target, path == submitting ? Round.LONGEST_SECONDS : seconds);
                var tps = postgres.pgbench(path.script, Workload.CONNECTIONS, path.pgbenchOptions(seconds));
                results.get(path).add(driven.beside(tps));
            }
        }
        print(results, statements, buffers);
        new Export(target, tokens).measure();
        new Day(target).measure();
        System.out.println("most memory of the service: " + mostMemory(server));
    }

    private static List<Workload> paths(Workload submitting, Sample sample, Tokens tokens) {
        Workload.Reading.Asking openTasks =
                place -> Line.get("/v1/me/tasks?state=open", tokens.ofClient(Sample.client(place)));
        return List.of(
                submitting,
                new Workload.Reading("open tasks", "open-tasks.pgbench", sample, openTasks),
                new Workload.Reading("open tasks, query alone", "open-tasks-alone.pgbench", sample, openTasks),
                new Workload.Reading(
                        "progress, own",
                        "progress.pgbench",
                        sample,
                        place -> Line.get(progressOf(place), tokens.ofClient(Sample.client(place)))),
                new Workload.Reading(
                        "progress, by a clinician",
                        "progress-of-another.pgbench",
                        sample,
                        place -> Line.get(progressOf(place), tokens.ofMember(Sample.member(place)))),
                new Workload.Reading(
                        "caseload",
                        "caseload.pgbench",
                        sample,
                        place -> Line.get("/v1/caseload?sort=attention", tokens.ofMember(Sample.member(place)))),
                new Workload.Reading(
                        "export, a client's scores",
                        "scores-table.pgbench",
                        sample,
                        place -> Line.get(scoresOf(place), tokens.ofMember(Sample.member(place)))));
    }

    private static String progressOf(int place) {
        return "/v1/clients/" + Ids.of("8001", Sample.client(place)) + "/progress";
    }

    private static String scoresOf(int place) {
        return "/v1/clients/" + Ids.of("8001", Sample.client(place)) + "/scores.csv";
    }

    private static void load(Postgres postgres, int clients, int responses, Sample sample, int tasks) throws Exception {
        say("loading " + clients + " clients, " + responses + " responses");
        var begun = System.nanoTime();
        postgres.script("kith_owner", "load.sql", Map.of("clients", clients, "responses", responses));
        var waiting = new HashMap<>(sample.variables());
        waiting.put("many", tasks);
        postgres.script("kith_owner", "waiting.sql", waiting);
        postgres.ask("postgres", "checkpoint");
        say("loaded in " + (System.nanoTime() - begun) / 1_000_000_000 + " s, "
                + postgres.ask("postgres", "select pg_size_pretty(pg_database_size('kith'))") + ", PostgreSQL "
                + postgres.ask("postgres", "show server_version"));
    }

    private static Map<Workload, Long> statements(List<Workload> paths, Target target) throws Exception {
        var counts = new HashMap<Workload, Long>();
        target.postgres().logStatements("all");
        for (var path : paths) {
            target.postgres().settle();
            path.allow(COUNTED);
            try (var line = new Line(target.port())) {
                line.send(path.next()); // the pool's connection is there, the version's definition read
                var each = new long[COUNTED - 1];
                for (var i = 0; i < each.length; i++) {
                    var offset = target.postgres().logLength();
                    var status = line.send(path.next());
                    if (status >= 300) throw new IllegalStateException(path.name + " answered " + status);
                    each[i] = target.postgres().statementsSince(offset);
                }
                Arrays.sort(each);
                counts.put(path, each[each.length / 2]); // the median: what is due in the background is logged too
            }
        }
        target.postgres().logStatements("none");
        return counts;
    }

    private static void print(
            Map<Workload, List<Round>> results, Map<Workload, Long> statements, Map<Workload, Long> buffers) {
        System.out.println(
                "| path | req/s | p50 ms | p99 ms | CPU ms, server | CPU ms, Postgres | statements a request |"
                        + " buffers a request | pgbench tps | ratio (least to most) |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|");
        results.forEach((path, rounds) -> System.out.printf(
                Locale.ROOT,
                ROW,
                path.name,
                Round.median(rounds, Round::perSecond),
                Round.median(rounds, Round::median),
                Round.median(rounds, Round::p99),
                Round.median(rounds, Round::serverCpu),
                Round.median(rounds, Round::postgresCpu),
                statements.get(path),
                buffers.get(path),
                Round.median(rounds, Round::reference),
                Round.median(rounds, Bench::ratio),
                rounds.stream().mapToDouble(Bench::ratio).min().orElseThrow(),
                rounds.stream().mapToDouble(Bench::ratio).max().orElseThrow()));
    }

    private static double ratio(Round round) {
        return round.perSecond() / round.reference();
    }

    private static String mostMemory(long pid) throws Exception {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MiB")
                .findFirst()
                .orElseThrow();
    }

    private static void say(String words) {
        System.err.println(words);
    }
}
