package dev.kith.alert;

import dev.kith.alert.NewsFeed.Told;
import dev.kith.security.Caller;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One open stream: who reads it, how far they were told, and whether they keep up. */
class Reader {
    /** What may wait for a reader before they are cut off. */
    static final int MOST_WAITING = 256;

    final Caller caller;
    final Instant until;
    private final Runnable hangUp;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final AtomicBoolean beatDue = new AtomicBoolean();
    private volatile @Nullable MultiEmitter<? super Message> emitter;
    private @Nullable NewsPosition position;
    /** What was told from the position on: it may be read again, and is not told again. */
    private Set<NewsPosition> told = new HashSet<>();

    private boolean stuck;
    private volatile boolean ended;

    /**
     * A stream that nobody listens to yet.
     *
     * @param until the token's end
     * @param position where to begin; null from now on
     * @param hangUp closes the connection, for a reader who does not read
     */
    Reader(Caller caller, Instant until, @Nullable NewsPosition position, Runnable hangUp) {
        this.caller = caller;
        this.until = until;
        this.position = position;
        this.hangUp = hangUp;
    }

    /**
     * One message of the stream.
     *
     * @param id the position after it; null leaves the reader's where it is
     * @param news null for a sign of life
     */
    record Message(
            String name, @Nullable String id, @Nullable AlertNews news) {}

    /** What the connection carries, once. */
    Multi<Message> messages(Runnable onOpen, Runnable onEnd) {
        return Multi.createFrom()
                .<Message>emitter(
                        opened -> {
                            emitter = opened;
                            opened.onTermination(() -> {
                                ended = true;
                                onEnd.run();
                            });
                            onOpen.run();
                        },
                        BackPressureStrategy.BUFFER)
                .onItem()
                .invoke(passed -> waiting.decrementAndGet());
    }

    /** Whether it has to be looked after; it is until {@link #asleep}. */
    boolean wake() {
        return !ended && woken.compareAndSet(false, true);
    }

    void asleep() {
        woken.set(false);
    }

    boolean isEnded() {
        return ended;
    }

    /** Whether the connection carries what is told; before that, nothing may be told. */
    boolean isListening() {
        return emitter != null;
    }

    void beatNext() {
        beatDue.set(true);
    }

    /** Where to read on from. In a database that was restored the count of transactions may have begun again. */
    NewsPosition from(NewsFeed.Present present) {
        var begun = position == null || position.transaction() > present.next()
                ? NewsPosition.before(present.lowest())
                : position;
        if (position == null || !position.equals(begun)) {
            position = begun;
            emit(new Message("open", begun.write(caller.practice()), null));
        }
        return begun;
    }

    /**
     * Tells what is new. What lies behind the lowest transaction under way may still be joined by what comes before it: its
     * messages name the place before that transaction, so that nothing is missed by whoever resumes there.
     */
    void tell(List<Told> news, NewsFeed.Present present) {
        var open = NewsPosition.before(present.lowest());
        for (var one : news) {
            var settled = one.at().transaction() < present.lowest();
            if (told.add(one.at())) {
                var id = settled ? one.at() : latest(position, open);
                emit(new Message("alert." + one.news().what(), id.write(caller.practice()), one.news()));
            }
        }
    }

    /** All that is seen now was told. */
    void readAll(NewsFeed.Present present) {
        position = latest(position, NewsPosition.before(present.lowest()));
        var kept = new HashSet<NewsPosition>();
        for (var one : told) {
            if (one.transaction() >= present.lowest()) {
                kept.add(one);
            }
        }
        told = kept;
    }

    void beatIfDue() {
        if (beatDue.compareAndSet(true, false)) {
            beat();
        }
    }

    /** A sign of life; whoever has not taken the one before is gone, or as good as. */
    void beat() {
        if (stuck && waiting.get() > 0) {
            cutOff();
            return;
        }
        stuck = waiting.get() > 0;
        emit(new Message("beat", null, null));
    }

    /** The rights to it are over, or the service is. */
    void end() {
        ended = true;
        var open = emitter;
        if (open != null) {
            open.complete();
        }
    }

    private void cutOff() {
        ended = true;
        hangUp.run();
        end();
    }

    private void emit(Message message) {
        var open = emitter;
        if (open == null || ended) {
            return;
        }
        if (waiting.incrementAndGet() > MOST_WAITING) {
            cutOff();
            return;
        }
        open.emit(message);
    }

    private static NewsPosition latest(@Nullable NewsPosition one, NewsPosition other) {
        return one != null && one.transaction() >= other.transaction() ? one : other;
    }
}
