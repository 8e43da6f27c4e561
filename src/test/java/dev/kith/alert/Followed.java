package dev.kith.alert;

import dev.kith.house.People.Someone;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Somebody who follows the alerts, as a browser does. */
public final class Followed implements AutoCloseable {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpResponse<InputStream> reply;
    private final List<Event> seen = new CopyOnWriteArrayList<>();
    private volatile boolean over;

    private Followed(HttpResponse<InputStream> reply) {
        this.reply = reply;
        var thread = new Thread(this::read, "follower");
        thread.setDaemon(true);
        thread.start();
    }

    /** One event; comments are none. */
    public record Event(String id, String name, String data) {}

    static Followed by(Someone who, @Nullable String lastEventId) throws IOException, InterruptedException {
        return at(RestAssured.port, who.token(), lastEventId);
    }

    public static Followed at(int port, String token, @Nullable String lastEventId)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/alerts/stream"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return new Followed(HTTP.send(request.build(), BodyHandlers.ofInputStream()));
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(reply.body(), StandardCharsets.UTF_8))) {
            var id = "";
            var name = "";
            var data = new StringBuilder();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty() && !name.isEmpty()) {
                    seen.add(new Event(id, name, data.toString()));
                    name = "";
                    data.setLength(0);
                } else if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("event:")) {
                    name = line.substring(6).strip();
                } else if (line.startsWith("data:")) {
                    data.append(line.substring(5).strip());
                }
            }
        } catch (IOException e) {
            // cut off
        } finally {
            over = true;
        }
    }

    int status() {
        return reply.statusCode();
    }

    @Nullable
    String header(String name) {
        return reply.headers().firstValue(name).orElse(null);
    }

    public List<Event> seen() {
        return seen;
    }

    public boolean isOver() {
        return over;
    }

    /** At least so many events. */
    public List<Event> await(int many) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (seen.size() < many && System.nanoTime() < end) {
            Thread.sleep(10);
        }
        if (seen.size() < many) {
            throw new AssertionError("got " + seen + " with " + reply.statusCode());
        }
        return List.copyOf(seen);
    }

    @Override
    public void close() throws IOException {
        reply.body().close();
    }
}
