package dev.kith.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.VertxException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What carries one stream: the next message is asked for when the one before is on its way. Whoever goes away does so in the middle
 * of something as a rule; that ends the stream, and is nothing to be told of. (A method that returns the messages leaves this to
 * the library, which logs an error for each reader who goes while it writes.)
 */
class Line implements Subscriber<Reader.Message> {
    private static final Logger LOG = Logger.getLogger(Line.class);

    private final Sse sse;
    private final SseEventSink sink;
    private final Runnable hangUp;
    private volatile @Nullable Subscription messages;

    /** @param hangUp closes the connection */
    Line(Sse sse, SseEventSink sink, Runnable hangUp) {
        this.sse = sse;
        this.sink = sink;
        this.hangUp = hangUp;
    }

    /** Sends the headers; then the messages, if there is still somebody. */
    void carry(Publisher<Reader.Message> told) {
        send(sse.newEventBuilder().comment("here").build(), () -> told.subscribe(this));
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        messages = subscription;
        subscription.request(1);
    }

    @Override
    public void onNext(Reader.Message message) {
        send(event(message), () -> {
            var open = messages;
            if (open != null) {
                open.request(1);
            }
        });
    }

    @Override
    public void onError(Throwable failure) {
        LOG.warnf("A stream of alerts broke off: %s", failure.getClass().getName());
        sink.close();
    }

    @Override
    public void onComplete() {
        sink.close();
    }

    /** The connection is over, from whichever side. */
    void over() {
        var open = messages;
        if (open != null) {
            open.cancel();
        }
        sink.close();
    }

    private void send(OutboundSseEvent event, Runnable then) {
        CompletionStage<?> sent;
        try {
            sent = sink.send(event);
        } catch (IllegalStateException closed) {
            over();
            return;
        }
        sent.whenComplete((nothing, failure) -> {
            if (failure == null) {
                then.run();
            } else {
                broken(failure instanceof CompletionException wrapped ? wrapped.getCause() : failure);
            }
        });
    }

    private void broken(@Nullable Throwable failure) {
        var gone = failure instanceof VertxException
                || failure instanceof IllegalStateException
                || failure instanceof IOException && !(failure instanceof JsonProcessingException);
        if (!gone) {
            LOG.warnf(
                    "A stream of alerts could not be told: %s",
                    failure == null ? null : failure.getClass().getName());
        }
        hangUp.run();
        over();
    }

    private OutboundSseEvent event(Reader.Message message) {
        var event = sse.newEventBuilder();
        if (message.id() == null) {
            return event.comment("still here").build();
        }
        event.name(message.name()).id(message.id()).mediaType(MediaType.APPLICATION_JSON_TYPE);
        return message.news() == null
                ? event.data(new Opened(true)).build()
                : event.data(AlertNews.class, message.news()).build();
    }

    /** What the first event says. */
    record Opened(boolean open) {}
}
