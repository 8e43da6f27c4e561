package dev.kith.database;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs PostgreSQL's own programs, never as root: those refuse it. */
final class Programs {
    private static final int SECONDS = 120;

    private final Binaries binaries;
    private final Path log;
    private final List<String> prefix;

    private Programs(Binaries binaries, Path log, List<String> prefix) {
        this.binaries = binaries;
        this.log = log;
        this.prefix = prefix;
    }

    static Programs of(Binaries binaries, Path log) throws IOException {
        return new Programs(binaries, log, withoutRoot());
    }

    /** A user namespace in which this process has an unmapped, so not zero, user id; files stay its own. */
    static List<String> withoutRoot() throws IOException {
        // the user's name may be anything while its id is 0
        if (!"0".equals(answer("id", "-u"))) return List.of();
        if (runQuietly("unshare", "-U", "true") == 0) return List.of("unshare", "-U");
        throw new RefusedToStart("PostgreSQL does not run as root, and root may not drop its rights here (unshare -U):"
                + " run as another user or set KITH_DB_URL");
    }

    /** The exit code; what the program says goes to the log. */
    int run(String program, String... arguments) throws IOException {
        var builder = new ProcessBuilder(command(program, arguments))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        return waitFor(builder.start());
    }

    List<String> command(String program, String... arguments) {
        var command = new ArrayList<>(prefix);
        command.add(binaries.program(program));
        command.addAll(List.of(arguments));
        return command;
    }

    static int runQuietly(String... command) throws IOException {
        var discard = ProcessBuilder.Redirect.DISCARD;
        try {
            return waitFor(new ProcessBuilder(command)
                    .redirectOutput(discard)
                    .redirectError(discard)
                    .start());
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException notThere) {
            return 127;
        }
    }

    private static String answer(String... command) throws IOException {
        var process = new ProcessBuilder(command).start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        waitFor(process);
        return text.strip();
    }

    private static int waitFor(Process process) throws IOException {
        try {
            if (process.waitFor(SECONDS, TimeUnit.SECONDS)) return process.exitValue();
            process.destroyForcibly();
            throw new IOException("a program of PostgreSQL took longer than " + SECONDS + " seconds");
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while a program of PostgreSQL ran");
        }
    }
}
