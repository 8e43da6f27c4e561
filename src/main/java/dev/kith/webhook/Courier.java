package dev.kith.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.time.RealTime;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Calls an endpoint with one event. The connection goes to the address that was found good, whatever its name leads to by now; name
 * and certificate are checked as ever. By Vert.x, which can be told the address apart from the name, and holds no thread while an
 * endpoint thinks. Redirects are not followed, and of the answer the status is read alone.
 */
@ApplicationScoped
class Courier {
    static final Duration ANSWERS_WITHIN = Duration.ofSeconds(10);
    private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(5);
    /** Then whatever else it has to say is not waited for. */
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(2);

    private static final int MOST_BYTES = 64 * 1024;
    /** To one address; how many are called at once is decided elsewhere. */
    private static final int MOST_CONNECTIONS = 256;

    private final Vertx vertx;
    private final HttpClient client;
    /** For addresses of version six, which TLS cannot tell the server as a name (RFC 6066, 3). */
    private final HttpClient nameless;

    private final ObjectMapper json;

    @RealTime
    private final Clock clock;

    @Inject
    Courier(Vertx vertx, ObjectMapper json, @RealTime Clock clock) {
        this(vertx, json, clock, new HttpClientOptions());
    }

    /** With more to say of certificates. */
    Courier(Vertx vertx, ObjectMapper json, Clock clock, HttpClientOptions options) {
        this.vertx = vertx;
        this.json = json;
        this.clock = clock;
        var common = new HttpClientOptions(options)
                .setKeepAlive(false)
                .setMaxPoolSize(MOST_CONNECTIONS)
                .setConnectTimeout((int) CONNECTS_WITHIN.toMillis())
                .setVerifyHost(true)
                .setName("webhooks");
        this.client = vertx.createHttpClient(new HttpClientOptions(common).setForceSni(true));
        this.nameless = vertx.createHttpClient(common);
    }

    /** Never fails: what goes wrong is an answer too. */
    CompletableFuture<Answer> send(Target target, InetAddress address, List<byte[]> secrets, EventView event) {
        var answer = new CompletableFuture<Answer>();
        var timer = vertx.setTimer(ANSWERS_WITHIN.toMillis(), late -> answer.complete(Answer.none(Fault.NO_ANSWER)));
        (target.isVersionSix() ? nameless : client)
                .request(options(target, address))
                .onFailure(e -> answer.complete(Answer.none(Fault.NOT_CONNECTED)))
                .onSuccess(request -> {
                    answer.whenComplete((said, never) -> endUnlessAnswered(request, said));
                    say(request, secrets, event, answer);
                });
        return answer.whenComplete((said, never) -> vertx.cancelTimer(timer));
    }

    private static RequestOptions options(Target target, InetAddress address) {
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(target.port(), address.getHostAddress()))
                .setHost(target.host())
                .setPort(target.port())
                .setSsl(target.secure())
                .setURI(target.path())
                .putHeader("host", target.authority())
                .setFollowRedirects(false);
    }

    private void say(
            HttpClientRequest request, List<byte[]> secrets, EventView event, CompletableFuture<Answer> answer) {
        var body = body(event);
        var id = event.id().toString();
        var at = clock.instant();
        request.putHeader("content-type", "application/json")
                .putHeader("user-agent", "Kith")
                .putHeader("webhook-id", id)
                .putHeader("webhook-timestamp", Long.toString(at.getEpochSecond()))
                .putHeader("webhook-signature", WebhookSecret.signatures(secrets, id, at, body))
                .send(body)
                .onFailure(e -> answer.complete(Answer.none(Fault.NO_ANSWER)))
                .onSuccess(response -> {
                    answer.complete(Answer.of(response.statusCode()));
                    dropTheRest(response);
                });
    }

    private String body(EventView event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void dropTheRest(HttpClientResponse response) {
        var connection = response.request().connection();
        var timer = vertx.setTimer(ENDS_WITHIN.toMillis(), late -> connection.close());
        var bytes = new AtomicInteger();
        response.handler(part -> {
            if (bytes.addAndGet(part.length()) > MOST_BYTES) {
                connection.close();
            }
        });
        response.exceptionHandler(e -> vertx.cancelTimer(timer));
        response.endHandler(end -> vertx.cancelTimer(timer));
    }

    private static void endUnlessAnswered(HttpClientRequest request, Answer answer) {
        if (answer.status() == null) {
            request.connection().close();
        }
    }
}
