package dev.kith.house;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The same thing many times, all let go at one moment. */
public final class AtOnce {
    private static final int PATIENCE = 20;

    private AtOnce() {}

    /** As an app does it: one that is told to wait comes again. On a small machine some are. */
    public static List<Response> calls(int many, Callable<Response> call) throws Exception {
        return times(many, () -> {
            var reply = call.call();
            for (var again = 0; reply.statusCode() == 503 && again < PATIENCE; again++) {
                Thread.sleep(Duration.ofSeconds(Long.parseLong(reply.header("Retry-After")))
                        .toMillis());
                reply = call.call();
            }
            return reply;
        });
    }

    public static <T> List<T> times(int many, Callable<T> work) throws Exception {
        var gate = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(many);
        try {
            var running = new ArrayList<Future<T>>();
            for (var i = 0; i < many; i++) {
                running.add(threads.submit(() -> {
                    gate.await();
                    return work.call();
                }));
            }
            gate.countDown();
            var results = new ArrayList<T>();
            for (var one : running) {
                results.add(one.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
