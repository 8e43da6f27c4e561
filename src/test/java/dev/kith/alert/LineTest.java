package dev.kith.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.house.Logged;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpClosedException;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.resteasy.reactive.server.jaxrs.SseImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a stream when its connection does. */
class LineTest {
    private static final Sse SSE = new SseImpl();
    private final AtomicBoolean hungUp = new AtomicBoolean();
    private final AtomicBoolean cancelled = new AtomicBoolean();

    static List<Throwable> goings() {
        return List.of(
                new ClosedChannelException(),
                new java.io.IOException("Connection reset by peer"),
                new HttpClosedException("Connection was closed"),
                new IllegalStateException("Response is closed"));
    }

    @ParameterizedTest
    @MethodSource("goings")
    void whoGoesAwayWhileItWritesEndsItQuietly(Throwable going) {
        var sink = new Wire(3, going);
        assertThat(carried(sink)).isEmpty();
        assertThat(sink.sent.get()).isEqualTo(3);
        assertThat(cancelled).isTrue();
        assertThat(hungUp).isTrue();
        assertThat(sink.isClosed()).isTrue();
    }

    @Test
    void whatIsNoGoingAwayIsLogged() {
        var sink = new Wire(2, new ArithmeticException("ours"));
        assertThat(carried(sink))
                .hasSize(1)
                .first()
                .asString()
                .contains("ArithmeticException")
                .doesNotContain("ours");
        assertThat(cancelled).isTrue();
        assertThat(sink.isClosed()).isTrue();
    }

    @Test
    void whoIsGoneBeforeItBeginsIsToldNothing() {
        var sink = new Wire(1, new ClosedChannelException());
        assertThat(carried(sink)).isEmpty();
        assertThat(cancelled).as("never begun").isFalse();
        assertThat(sink.sent.get()).isOne();
    }

    @Test
    void whatEndsIsClosed() {
        var sink = new Wire(Integer.MAX_VALUE, new ArithmeticException());
        new Line(SSE, sink, () -> hungUp.set(true))
                .carry(Multi.createFrom().items(new Reader.Message("beat", null, null)));
        assertThat(sink.isClosed()).isTrue();
        assertThat(hungUp).isFalse();
    }

    private List<String> carried(Wire sink) {
        try (var logged = Logged.under("dev.kith.alert.Line")) {
            new Line(SSE, sink, () -> hungUp.set(true))
                    .carry(Multi.createFrom()
                            .ticks()
                            .every(java.time.Duration.ofNanos(1_000_000))
                            .map(tick -> new Reader.Message("beat", null, null))
                            .onCancellation()
                            .invoke(() -> cancelled.set(true)));
            var end = System.nanoTime() + 5_000_000_000L;
            while (!sink.isClosed() && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            return new ArrayList<>(logged.lines());
        }
    }

    /** A connection that breaks at the nth thing that is sent. */
    private static final class Wire implements SseEventSink {
        private final int last;
        private final Throwable how;
        private final AtomicInteger sent = new AtomicInteger();
        private final AtomicBoolean closed = new AtomicBoolean();

        Wire(int last, Throwable how) {
            this.last = last;
            this.how = how;
        }

        @Override
        public boolean isClosed() {
            return closed.get();
        }

        @Override
        public CompletionStage<?> send(OutboundSseEvent event) {
            return sent.incrementAndGet() < last
                    ? CompletableFuture.completedFuture(null)
                    : CompletableFuture.failedFuture(how);
        }

        @Override
        public void close() {
            closed.set(true);
        }
    }
}
