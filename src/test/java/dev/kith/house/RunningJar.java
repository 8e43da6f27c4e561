package dev.kith.house;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged service in a process of its own, with nothing of this process's environment that is meant for a service. */
public final class RunningJar implements AutoCloseable {
    private static final Path JAR =
            Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration LONGEST_START = Duration.ofSeconds(120);

    private final Process process;
    private final int port;
    private final Path data;
    private final Path out;
    private final Path err;

    private RunningJar(Process process, int port, Path data, Path out, Path err) {
        this.process = process;
        this.port = port;
        this.data = data;
        this.out = out;
        this.err = err;
    }

    /** What is left of a service that ended by itself. */
    public record Ended(int code, List<String> errors) {}

    /** Starts and waits until it is ready. */
    public static RunningJar on(Path data, Map<String, String> environment) throws IOException {
        return with(Jdks.own(), data, environment);
    }

    public static RunningJar with(Path jdk, Path data, Map<String, String> environment) throws IOException {
        var jar = launch(jdk, data, environment, List.of());
        jar.awaitReady(LONGEST_START);
        return jar;
    }

    /** Starts a service that is not expected to live, and waits for its end. */
    public static Ended refused(Path data, Map<String, String> environment, String... properties) throws IOException {
        try (var jar = launch(Jdks.own(), data, environment, List.of(properties))) {
            return new Ended(jar.awaitEnd(), Files.readAllLines(jar.err));
        }
    }

    private static RunningJar launch(Path jdk, Path data, Map<String, String> environment, List<String> properties)
            throws IOException {
        var port = freePort();
        var out = Files.createTempFile("kith-out", ".log");
        var err = Files.createTempFile("kith-err", ".log");
        var command =
                new ArrayList<>(List.of(jdk.resolve("bin/java").toString(), "-Xmx256m", "-XX:TieredStopAtLevel=1"));
        command.addAll(properties);
        command.addAll(List.of("-jar", JAR.toString()));
        var builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.matches("(KITH|QUARKUS|JAVA_TOOL)_.*"));
        builder.environment().put("KITH_DATA_DIR", data.toString());
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().putAll(environment);
        return new RunningJar(builder.start(), port, data, out, err);
    }

    /** How long it took until it said that it is ready. */
    public Duration awaitReady(Duration longest) throws IOException {
        var start = System.nanoTime();
        while (readiness() != 200) {
            var waited = Duration.ofNanos(System.nanoTime() - start);
            if (!process.isAlive() || waited.compareTo(longest) > 0)
                throw new AssertionError("not ready after " + waited + "\n" + output());
            pause(20);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** The status of its readiness, or 0 when it does not answer. */
    public int readiness() {
        try {
            return get("/q/health/ready").statusCode();
        } catch (IOException notListening) {
            return 0;
        }
    }

    public HttpResponse<String> get(String path) throws IOException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    public int port() {
        return port;
    }

    /** Everything that it wrote. */
    public String output() throws IOException {
        return Files.readString(out) + Files.readString(err);
    }

    public List<String> errors() throws IOException {
        return Files.readAllLines(err);
    }

    /** Its embedded server's main process. */
    public ProcessHandle postmaster() throws IOException {
        var pid = Files.readAllLines(data.resolve("cluster/postmaster.pid"))
                .get(0)
                .strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    /** As kill -9 does. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** As a supervisor does, with SIGTERM; the exit code. */
    public int terminate() {
        process.destroy();
        return awaitEnd();
    }

    @Override
    public void close() {
        if (process.isAlive()) terminate();
    }

    private int awaitEnd() {
        try {
            if (process.waitFor(60, TimeUnit.SECONDS)) return process.exitValue();
            process.destroyForcibly();
            throw new AssertionError("the service did not end");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Free a moment ago. */
    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
