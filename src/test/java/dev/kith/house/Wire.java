package dev.kith.house;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One person's line to a service in another process. An IOException says that the service went away before it answered.
 *
 * @param token of the session that signing in opened; ten minutes old at most
 */
public record Wire(int port, String token) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String PASSWORD = "trust-small-steps";
    private static final int MOST_PAGES = 100;

    /** What came back; the body is a missing node when there is none. */
    public record Reply(int status, JsonNode body) {}

    /** Signs one of the demo's people in. */
    public static Wire of(String email, RunningJar service) throws IOException {
        var anyone = new Wire(service.port(), "");
        var reply = anyone.send("POST", "/v1/sessions", Map.of("email", email, "password", PASSWORD));
        return new Wire(service.port(), reply.body().path("accessToken").asText());
    }

    public Reply get(String path) throws IOException {
        return reply(request(path).GET().build());
    }

    /** Every item of a list, page by page. */
    public List<JsonNode> all(String path) throws IOException {
        var items = new ArrayList<JsonNode>();
        var after = "";
        for (var page = 0; page < MOST_PAGES; page++) {
            var body = get(path + (path.contains("?") ? "&" : "?") + "limit=200" + after)
                    .body();
            body.path("items").forEach(items::add);
            if (!body.hasNonNull("next")) return items;
            after = "&after=" + body.path("next").asText();
        }
        throw new AssertionError("more than " + MOST_PAGES + " pages of " + path);
    }

    /** Sends JSON, with an Idempotency-Key that was never used. */
    public Reply send(String method, String path, Object body) throws IOException {
        return reply(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method(method, BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build());
    }

    /** Writes the whole of something, whichever version it has. */
    public Reply put(String path, Object body) throws IOException {
        return reply(request(path)
                .header("Content-Type", "application/json")
                .header("If-Match", "*")
                .PUT(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static Reply reply(HttpRequest request) throws IOException {
        try {
            var response = HTTP.send(request, BodyHandlers.ofByteArray());
            return new Reply(response.statusCode(), JSON.readTree(response.body()));
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
