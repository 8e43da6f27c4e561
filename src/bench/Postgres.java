import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The service's embedded server, met from outside with psql and pgbench. */
final class Postgres {
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+) \\(without initial connection time\\)");
    private static final Pattern STATEMENT = Pattern.compile("(?m)^\\S.*? LOG:  (?:execute [^:]*|statement): (\\S.*)$");
    private static final String PRACTICE = Ids.of("8000", 1);

    private static final String UNSETTLED = """
            select exists (select 1 from signal_due) or exists (
              select 1 from outbox_event e join signal_watch w using (practice_id)
              where e.client_id is not null and e.kind not like 'signal.%' and e.kind not like 'reminder%'
                and e.written >= pg_snapshot_xmin(w.seen) and not pg_visible_in_snapshot(e.written, w.seen))""";
    private static final int MOST_WAITING = 600;

    private final Path data;
    private final Path sql;
    private final long postmaster;
    private final String port;
    private final Properties passwords = new Properties();

    Postgres(Path data, Path sql) throws IOException {
        this.data = data;
        this.sql = sql;
        var pid = Files.readAllLines(data.resolve("cluster/postmaster.pid"));
        postmaster = Long.parseLong(pid.get(0).strip());
        port = pid.get(3).strip();
        try (var in = Files.newBufferedReader(data.resolve("passwords.properties"))) {
            passwords.load(in);
        }
    }

    String script(String user, String file, Map<String, Object> variables) throws IOException {
        var command = new ArrayList<>(
                List.of("psql", "-X", "-q", "-f", sql.resolve(file).toString()));
        variables.forEach((name, value) -> command.addAll(List.of("-v", name + "=" + value)));
        return run(user, command, 3600);
    }

    String ask(String user, String statement) throws IOException {
        return run(user, List.of("psql", "-X", "-qAt", "-v", "ON_ERROR_STOP=1", "-c", statement), 60)
                .strip();
    }

    /** Waits until the rules have looked at whoever answered, so that one path does not pay for another. */
    void settle() throws IOException, InterruptedException {
        for (var tried = 0; ask("postgres", UNSETTLED).equals("t"); tried++) {
            if (tried == MOST_WAITING) throw new IOException("the rules do not catch up with the answers");
            Thread.sleep(100);
        }
    }

    /** Transactions a second that pgbench reaches with a script. */
    double pgbench(String file, int connections, List<String> options) throws IOException {
        var command = new ArrayList<>(List.of("pgbench", "-n", "-M", "prepared", "-j", "2", "-c", "" + connections));
        command.addAll(options);
        command.addAll(List.of("-f", sql.resolve(file).toString()));
        var said = run("kith_app", command, 600);
        var tps = TPS.matcher(said);
        if (!tps.find() || !said.contains("number of failed transactions: 0 ")) throw new IOException(said);
        return Double.parseDouble(tps.group(1));
    }

    /** Whether the service's statements are logged; its pool is made to connect anew, for a setting counts from then on. */
    void logStatements(String which) throws IOException, InterruptedException {
        ask("postgres", "alter role kith_app set log_statement = '" + which + "'");
        ask("postgres", "select count(pg_terminate_backend(pid)) from pg_stat_activity where usename = 'kith_app'");
        Thread.sleep(3000);
    }

    long logLength() throws IOException {
        return Files.size(data.resolve("postgresql.log"));
    }

    /** Statements logged from an offset on, besides BEGIN and COMMIT. */
    long statementsSince(long offset) throws IOException {
        try (var file = new RandomAccessFile(data.resolve("postgresql.log").toFile(), "r")) {
            var bytes = new byte[(int) (file.length() - offset)];
            file.seek(offset);
            file.readFully(bytes);
            return STATEMENT
                    .matcher(new String(bytes, StandardCharsets.UTF_8))
                    .results()
                    .filter(found -> !found.group(1).matches("(?i)(begin|commit|rollback)\\b.*"))
                    .count();
        }
    }

    /** CPU milliseconds of all its processes, those that ended too. */
    long cpu() throws IOException {
        var sum = Cpu.withEnded(postmaster);
        for (var child : ProcessHandle.of(postmaster).orElseThrow().children().toList()) sum += Cpu.of(child.pid());
        return sum;
    }

    private String run(String user, List<String> command, int seconds) throws IOException {
        var output = Files.createTempFile("kith-bench", ".out");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        var environment = builder.environment();
        environment.putAll(Map.of("PGHOST", "127.0.0.1", "PGPORT", port, "PGDATABASE", "kith", "PGUSER", user));
        environment.put("PGPASSWORD", passwords.getProperty(user));
        if (user.equals("kith_app")) environment.put("PGOPTIONS", "-c kith.practice=" + PRACTICE);
        var process = builder.start();
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) process.destroyForcibly();
            var said = Files.readString(output);
            if (process.waitFor() != 0) throw new IOException(command.get(0) + " failed: " + said);
            return said;
        } catch (InterruptedException e) {
            throw new IOException(e);
        } finally {
            Files.delete(output);
        }
    }
}
