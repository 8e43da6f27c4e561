package dev.kith.response;

import dev.kith.house.AtOnce;
import dev.kith.house.Wire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Eight apps that answer the same client's tasks at once, and send again what nobody acknowledged. */
final class Writers {
    private static final int MANY = 8;
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(60);

    private final Queue<UUID> toSend;
    private final Ledger ledger;
    private final AtomicInteger broken = new AtomicInteger();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();

    Writers(List<UUID> tasks, Ledger ledger) {
        this.toSend = new ConcurrentLinkedQueue<>(tasks);
        this.ledger = ledger;
    }

    /** Every task's answers are its own and the same each time; every fourth is critical. */
    static Map<String, Object> answers(UUID task) {
        var pick = Math.floorMod(task.hashCode(), 1000);
        var answers = new LinkedHashMap<String, Object>();
        for (var item = 1; item <= 8; item++) answers.put("phq-9." + item, (pick / item) % 4);
        answers.put("phq-9.9", isCritical(task) ? 1 + pick % 3 : 0);
        return answers;
    }

    static boolean isCritical(UUID task) {
        return Math.floorMod(task.hashCode(), 4) == 0;
    }

    /** Until every task is acknowledged or the service is gone. */
    void write(Wire client) throws Exception {
        var end = System.nanoTime() + LONGEST;
        AtOnce.times(MANY, () -> {
            var task = toSend.poll();
            while (task != null && System.nanoTime() < end && send(client, task)) task = toSend.poll();
            return task;
        });
    }

    /** False when the service went away; what was under way may be stored or not, so it is sent again later. */
    private boolean send(Wire client, UUID task) {
        try {
            var reply = client.send(
                    "PUT", "/v1/tasks/" + task + "/response", Map.of("answers", answers(task), "complete", true));
            if (reply.status() == 200 || reply.status() == 201) {
                ledger.acknowledged(
                        task, UUID.fromString(reply.body().path("id").asText()), isCritical(task));
            } else {
                refused.add(reply.status() + " " + reply.body().path("title").asText());
            }
            return true;
        } catch (IOException gone) {
            broken.incrementAndGet();
            toSend.add(task);
            return false;
        }
    }

    int left() {
        return toSend.size();
    }

    /** Calls that the service's end cut off. */
    int broken() {
        return broken.get();
    }

    /** Calls that were answered, but not with success. */
    List<String> refused() {
        return new ArrayList<>(refused);
    }
}
