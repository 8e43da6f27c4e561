package dev.kith.house;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Software that hears of events by webhook, in this process, while it is open. */
public final class Consumer implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private volatile ToIntFunction<Heard> says = heard -> 204;
    private volatile String elsewhere = "";

    /** One call. */
    public record Heard(Map<String, List<String>> headers, String body) {
        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(one -> one.getKey().equalsIgnoreCase(name))
                    .map(one -> one.getValue().get(0))
                    .findFirst()
                    .orElseThrow();
        }

        public String id() {
            return header("webhook-id");
        }

        public JsonNode json() {
            return JSON.readTree(body);
        }

        public String type() {
            return json().path("type").asString();
        }

        public String subject() {
            return json().path("subjectId").asString();
        }
    }

    private Consumer(HttpServer server) {
        this.server = server;
    }

    public static Consumer open() throws IOException {
        return on(0);
    }

    public static Consumer on(int port) throws IOException {
        return over(HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 50));
    }

    public static Consumer over(HttpServer server) {
        var consumer = new Consumer(server);
        server.createContext("/", consumer::hear);
        server.setExecutor(consumer.threads);
        server.start();
        return consumer;
    }

    /** From now on. */
    public Consumer says(ToIntFunction<Heard> status) {
        says = status;
        return this;
    }

    /** From now on: this when the gate opens, or nobody had the patience to wait for that. */
    public Consumer saysAfter(CountDownLatch gate, Duration patience, int status) {
        return says(heard -> {
            try {
                gate.await(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
            return status;
        });
    }

    /** Sends everybody there. */
    public Consumer redirectsTo(String url, int status) {
        elsewhere = url;
        return says(heard -> status);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port() + "/kith?from=kith";
    }

    /** All calls, in order. */
    public List<Heard> heard() {
        return List.copyOf(heard);
    }

    public List<Heard> heard(String type) {
        return heard.stream().filter(one -> one.type().equals(type)).toList();
    }

    /** How many calls it ever had that were not answered yet, at one moment. */
    public int mostAtOnce() {
        return mostAtOnce.get();
    }

    public void forget() {
        heard.clear();
    }

    private void hear(HttpExchange call) throws IOException {
        try (call) {
            var body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var one = new Heard(Map.copyOf(call.getRequestHeaders()), body);
            heard.add(one);
            mostAtOnce.accumulateAndGet(unanswered.incrementAndGet(), Math::max);
            int status;
            try {
                status = says.applyAsInt(one);
            } finally {
                unanswered.decrementAndGet();
            }
            if (!elsewhere.isEmpty()) {
                call.getResponseHeaders().set("Location", elsewhere);
            }
            call.sendResponseHeaders(status, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
