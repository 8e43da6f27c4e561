package dev.kith.webhook;

import dev.kith.webhook.ClaimingDeliveries.Batch;
import dev.kith.webhook.ClaimingDeliveries.Letter;
import dev.kith.webhook.NotingDeliveries.Sent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Sends a batch to one endpoint, a few at a time. An endpoint that fails several times in a row is spared the rest. */
final class Round {
    /** At the same time, to one endpoint. */
    static final int LANES = 4;

    private static final int PATIENCE = 3;

    private final Deque<Letter> left;
    private final List<Sent> sent = new ArrayList<>();
    private int failures;
    private boolean over;

    Round(Batch batch) {
        left = new ArrayDeque<>(batch.letters());
    }

    /** All of them, with what became of each; in the order in which they were answered. */
    CompletableFuture<List<Sent>> send(Function<EventView, CompletableFuture<Answer>> call) {
        var lanes = IntStream.range(0, LANES).mapToObj(n -> lane(call)).toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(lanes).thenApply(all -> ended());
    }

    /** The first is told what is wrong with all of them. */
    List<Sent> failed(Fault fault) {
        var first = take();
        if (first != null) {
            note(first, Answer.none(fault));
        }
        return ended();
    }

    private CompletableFuture<Void> lane(Function<EventView, CompletableFuture<Answer>> call) {
        var letter = take();
        if (letter == null) {
            return CompletableFuture.completedFuture(null);
        }
        return call.apply(letter.event()).thenCompose(answer -> {
            note(letter, answer);
            return lane(call);
        });
    }

    private synchronized @Nullable Letter take() {
        return over ? null : left.poll();
    }

    private synchronized void note(Letter letter, Answer answer) {
        sent.add(new Sent(letter, answer));
        failures = answer.isGood() ? 0 : failures + 1;
        over = over || failures >= PATIENCE || answer.fault() == Fault.GONE;
    }

    private synchronized List<Sent> ended() {
        var all = new ArrayList<>(sent);
        left.forEach(letter -> all.add(new Sent(letter, null)));
        return all;
    }
}
